package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.auth.Credentials;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Who reads whose events in one Camel context. A user's queue has one reader: the acknowledgements of a second would
 * delete what the first has not seen.
 */
final class Readers {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Object> readers = new HashMap<>();

    static Readers of(CamelContext camelContext) {
        ExtendedCamelContext extension = camelContext.getCamelContextExtension();
        synchronized (extension) {
            Readers readers = extension.getContextPlugin(Readers.class);
            if (readers == null) {
                readers = new Readers();
                extension.addContextPlugin(Readers.class, readers);
            }
            return readers;
        }
    }

    /**
     * @throws IllegalStateException if somebody else reads the events of this user
     */
    void claim(Credentials credentials, Object reader) {
        share(credentials, reader.getClass(), () -> reader, reader);
    }

    /**
     * As {@link #claim}, for readers that share one state.
     *
     * @return the state that they share
     */
    <T> T share(Credentials credentials, Class<T> type, Supplier<T> first) {
        return type.cast(share(credentials, type, first, null));
    }

    private Object share(Credentials credentials, Class<?> type, Supplier<?> first, Object only) {
        lock.lock();
        try {
            Object reader = readers.computeIfAbsent(key(credentials), key -> first.get());
            if (!type.isInstance(reader) || only != null && only != reader) {
                throw new IllegalStateException(
                        "The events of user " + credentials.user() + " at " + credentials.portal().authority()
                                                + " already have a reader in this Camel context. A user's queue has one reader,"
                                                + " since acknowledging deletes events for all: read them in one route and pass"
                                                + " them on from there (multicast, seda), or use another user.");
            }
            return reader;
        } finally {
            lock.unlock();
        }
    }

    void release(Credentials credentials, Object reader) {
        lock.lock();
        try {
            readers.remove(key(credentials), reader);
        } finally {
            lock.unlock();
        }
    }

    /** Those that read in routes; what polls on demand is not among them. */
    List<ManagedEventConsumer> consumers() {
        lock.lock();
        try {
            return readers.values().stream().filter(ManagedEventConsumer.class::isInstance)
                    .map(ManagedEventConsumer.class::cast).toList();
        } finally {
            lock.unlock();
        }
    }

    private static String key(Credentials credentials) {
        return credentials.portal().authority() + "/" + credentials.user();
    }
}

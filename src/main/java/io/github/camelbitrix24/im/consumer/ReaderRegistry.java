package io.github.camelbitrix24.im.consumer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.ManagedEventConsumer;
import io.github.camelbitrix24.im.auth.Credentials;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Who reads whose events in one Camel context. A user's queue has one reader: the acknowledgements of a second would
 * delete what the first has not seen. A reader has a claim on the user whom its credentials name, and, once the portal
 * has told, on the one as whom it really acts.
 */
public final class ReaderRegistry {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Object> readers = new HashMap<>();

    public static ReaderRegistry of(CamelContext camelContext) {
        ExtendedCamelContext extension = camelContext.getCamelContextExtension();
        synchronized (extension) {
            ReaderRegistry readers = extension.getContextPlugin(ReaderRegistry.class);
            if (readers == null) {
                readers = new ReaderRegistry();
                extension.addContextPlugin(ReaderRegistry.class, readers);
            }
            return readers;
        }
    }

    /**
     * @throws SecondReaderException if somebody else reads the events of this user
     */
    public void claim(Credentials credentials, Object reader) {
        claim(credentials, credentials.user(), reader);
    }

    /**
     * The portal acts as this user, whomever the credentials name.
     *
     * @throws SecondReaderException if somebody else reads the events of this user
     */
    void claimActing(Credentials credentials, long user, Object reader) {
        claim(credentials, Long.toString(user), reader);
    }

    private void claim(Credentials credentials, String user, Object reader) {
        lock.lock();
        try {
            Object first = readers.putIfAbsent(key(credentials, user), reader);
            if (first != null && first != reader) {
                throw new SecondReaderException(user, credentials.portal().authority());
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * One more receiver of a user's events, who shares what the others have.
     *
     * @param  first                 makes it for the first of them
     * @throws SecondReaderException if a route reads the events of this user
     */
    public ReceiverSession join(Credentials credentials, ReceiverOptions options, Supplier<ReceiverSession> first) {
        lock.lock();
        try {
            Object reader = readers.computeIfAbsent(key(credentials, credentials.user()), key -> first.get());
            if (!(reader instanceof ReceiverSession events)) {
                throw new SecondReaderException(credentials.user(), credentials.portal().authority());
            }
            join(events, options);
            return events;
        } finally {
            lock.unlock();
        }
    }

    /** Who cannot join leaves no claim behind. */
    private void join(ReceiverSession events, ReceiverOptions options) {
        boolean joined = false;
        try {
            events.join(options);
            joined = true;
        } finally {
            if (!joined && events.isNew()) {
                release(events);
            }
        }
    }

    /**
     * Ends what receivers share, unless it is used again by now.
     *
     * @return whether it has ended
     */
    boolean releaseIfUnused(ReceiverSession events) {
        lock.lock();
        try {
            if (events.isUsed()) {
                return false;
            }
            release(events);
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void release(Object reader) {
        lock.lock();
        try {
            readers.values().removeIf(other -> other == reader);
        } finally {
            lock.unlock();
        }
    }

    /** Those that read in routes; what polls on demand is not among them. */
    public List<ManagedEventConsumer> consumers() {
        return List.copyOf(all(ManagedEventConsumer.class));
    }

    /** What receivers share, also where the last of them has gone and something is still to be done. */
    public Set<ReceiverSession> receivers() {
        return all(ReceiverSession.class);
    }

    private <T> Set<T> all(Class<T> type) {
        lock.lock();
        try {
            return readers.values().stream().filter(type::isInstance).map(type::cast).collect(Collectors.toSet());
        } finally {
            lock.unlock();
        }
    }

    private static String key(Credentials credentials, String user) {
        return credentials.portal().authority() + "/" + user;
    }
}

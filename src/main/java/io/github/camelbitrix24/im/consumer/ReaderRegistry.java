package io.github.camelbitrix24.im.consumer;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/**
 * Who reads whose events in one Camel context. A user's queue has one reader: the acknowledgements of a second would
 * delete what the first has not seen. A reader has a claim on the user whom its credentials name, and, once the portal
 * has told, on the one as whom it really acts. A reader that several share is counted for each of them.
 */
public final class ReaderRegistry {

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Object> readers = new HashMap<>();
    private final Map<Object, Integer> shares = new IdentityHashMap<>();

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
    public void claim(ReaderName name, Object reader) {
        claim(name.portal(), name.user(), reader);
    }

    /**
     * The portal acts as this user, whomever the credentials name. A reader that was released meanwhile claims nothing.
     *
     * @throws SecondReaderException if somebody else reads the events of this user
     */
    void claimActing(ReaderName name, long user, Object reader) {
        lock.lock();
        try {
            if (readers.containsValue(reader)) {
                claim(name.portal(), Long.toString(user), reader);
            }
        } finally {
            lock.unlock();
        }
    }

    private void claim(String portal, String user, Object reader) {
        lock.lock();
        try {
            Object first = readers.putIfAbsent(ReaderName.key(portal, user), reader);
            if (first != null && first != reader) {
                throw new SecondReaderException(user, portal);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * One more who shares a reader.
     *
     * @param  first                 makes it for the first of them
     * @param  joining               throws if he may not share it; then he leaves nothing behind
     * @throws SecondReaderException if a reader of another kind reads the events of this user
     */
    <R> R share(ReaderName name, Class<R> kind, Supplier<R> first, Consumer<R> joining) {
        lock.lock();
        try {
            String key = name.key();
            Object reader = readers.get(key);
            if (reader != null && !kind.isInstance(reader)) {
                throw new SecondReaderException(name.user(), name.portal());
            }
            R shared = reader == null ? first.get() : kind.cast(reader);
            joining.accept(shared);
            readers.put(key, shared);
            shares.merge(shared, 1, Integer::sum);
            return shared;
        } finally {
            lock.unlock();
        }
    }

    /**
     * One shares a reader no more, which stays until it is released.
     *
     * @return how many still do
     */
    int leave(Object reader) {
        lock.lock();
        try {
            return Objects.requireNonNullElse(shares.computeIfPresent(reader, (same, count) -> count - 1), 0);
        } finally {
            lock.unlock();
        }
    }

    /** How many share a reader. */
    int sharing(Object reader) {
        lock.lock();
        try {
            return shares.getOrDefault(reader, 0);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Releases a reader that nobody shares any more.
     *
     * @param  unused whether it has nothing left to do, either
     * @return        whether it was released
     */
    boolean releaseIfUnused(Object reader, BooleanSupplier unused) {
        lock.lock();
        try {
            if (sharing(reader) > 0 || !unused.getAsBoolean()) {
                return false;
            }
            release(reader);
            return true;
        } finally {
            lock.unlock();
        }
    }

    public void release(Object reader) {
        lock.lock();
        try {
            readers.values().removeIf(other -> other == reader);
            shares.remove(reader);
        } finally {
            lock.unlock();
        }
    }

    /**
     * All readers of a kind, also those shared ones that nobody shares any more but that still have something to do.
     */
    public <R> List<R> readers(Class<R> kind) {
        lock.lock();
        try {
            return readers.values().stream().filter(kind::isInstance).map(kind::cast).distinct().toList();
        } finally {
            lock.unlock();
        }
    }
}

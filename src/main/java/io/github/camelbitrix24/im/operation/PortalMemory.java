package io.github.camelbitrix24.im.operation;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

import org.apache.camel.support.LRUCacheFactory;

/**
 * What producers have learnt about a portal, and share.
 */
public final class PortalMemory {

    private static final int LOCKS = 64;
    private static final int MOST_DELETED = 10_000;

    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final AtomicLong newest = new AtomicLong(Long.MAX_VALUE);
    private final Lock[] locks = Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);
    private final Map<Long, Boolean> deleted = LRUCacheFactory.newLRUCache(MOST_DELETED);
    private final SingleUploads uploads = new SingleUploads();
    private final People people;
    private final ReplyRates replies;
    private final LongSupplier nanos;

    /**
     * @param nanos a monotonic source
     */
    public PortalMemory(LongSupplier nanos) {
        this.nanos = nanos;
        this.people = new People(nanos);
        this.replies = new ReplyRates(nanos);
    }

    /** Nanoseconds of a monotonic source. */
    long now() {
        return nanos.getAsLong();
    }

    boolean isMissing(String method) {
        return missing.contains(method);
    }

    void missing(String method) {
        missing.add(method);
    }

    /**
     * Notes a message that the portal says was posted.
     *
     * @return whether its id is higher than all that were seen before, so that it is none of those. It may still be one
     *         whose answer was lost.
     */
    boolean isNew(long messageId) {
        return newest.getAndUpdate(before -> before == Long.MAX_VALUE ? messageId : Math.max(before, messageId)) < messageId;
    }

    void deleted(long messageId) {
        deleted.put(messageId, true);
    }

    /** Whether a route has deleted the message, as far as that is remembered. */
    boolean isDeleted(long messageId) {
        return deleted.containsKey(messageId);
    }

    /** Keeps two threads from being at the same thing. */
    Lock lock(String name) {
        return locks[Math.floorMod(name.hashCode(), LOCKS)];
    }

    People people() {
        return people;
    }

    SingleUploads uploads() {
        return uploads;
    }

    ReplyRates replies() {
        return replies;
    }
}

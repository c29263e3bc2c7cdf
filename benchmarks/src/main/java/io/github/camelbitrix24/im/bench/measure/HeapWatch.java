package io.github.camelbitrix24.im.bench.measure;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

import com.sun.management.GarbageCollectionNotificationInfo;

/** Watches the garbage collections of this process: how full the heap was before each, and what was left after it. */
public final class HeapWatch {

    private final Set<String> heapPools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP).map(MemoryPoolMXBean::getName).collect(Collectors.toSet());
    private long peak;
    private long held;

    private HeapWatch() {
    }

    public static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector).addNotificationListener((notification, handback) -> watch.collected(
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())),
                    notification -> notification.getType()
                            .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                    null);
        }
        return watch;
    }

    private synchronized void collected(GarbageCollectionNotificationInfo info) {
        peak = Math.max(peak, used(info.getGcInfo().getMemoryUsageBeforeGc()));
        held = Math.max(held, used(info.getGcInfo().getMemoryUsageAfterGc()));
    }

    private long used(Map<String, MemoryUsage> pools) {
        return pools.entrySet().stream().filter(pool -> heapPools.contains(pool.getKey()))
                .mapToLong(pool -> pool.getValue().getUsed()).sum();
    }

    public synchronized void reset() {
        peak = 0;
        held = 0;
    }

    /** The most that was in use before a collection. */
    public synchronized long peak() {
        return peak;
    }

    /** The most that was left after a collection: live objects, and those that a young collection does not look at. */
    public synchronized long held() {
        return held;
    }
}

package io.github.camelbitrix24.im.bench.measure;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/** Measures what this process takes from one moment to another. */
public final class Meter {

    private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final long allocatedAtStart = allocated();
    private final long cpuAtStart = SYSTEM.getProcessCpuTime();
    private final long start = System.nanoTime();

    private Meter() {
    }

    public static Meter start() {
        return new Meter();
    }

    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    public Reading stop() {
        double wall = seconds();
        double cpu = (SYSTEM.getProcessCpuTime() - cpuAtStart) / 1e9;
        return new Reading(wall, cpu, allocated() - allocatedAtStart);
    }

    /** Java 17 has no sum over dead threads, so what is measured must not end its threads before it is over. */
    private static long allocated() {
        long sum = 0;
        for (long bytes : THREADS.getThreadAllocatedBytes(THREADS.getAllThreadIds())) {
            sum += Math.max(0, bytes);
        }
        return sum;
    }
}

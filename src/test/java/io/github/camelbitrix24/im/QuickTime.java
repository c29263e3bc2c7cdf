package io.github.camelbitrix24.im;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.DefaultThreadPoolFactory;

/**
 * A clock and a timer on which the component's pauses pass ten times as fast, one as much as the other. What a portal,
 * a connection or Camel itself takes is not shortened.
 */
public class QuickTime extends DefaultThreadPoolFactory {

    private static final int FACTOR = 10;

    private static final long BEGIN = System.nanoTime();

    /** Before anybody has asked the context for the component. */
    public static CamelContext in(CamelContext context) {
        context.getExecutorServiceManager().setThreadPoolFactory(new QuickTime());
        context.addComponent("bitrix24-im", new Bitrix24ImComponent(QuickTime::nanoTime));
        return context;
    }

    private static long nanoTime() {
        return (System.nanoTime() - BEGIN) * FACTOR;
    }

    @Override
    public ScheduledExecutorService newScheduledThreadPool(ThreadPoolProfile profile, ThreadFactory threadFactory) {
        return profile.getId().equals("bitrix24-im-timer")
                ? new Timer(threadFactory) : super.newScheduledThreadPool(profile, threadFactory);
    }

    private static final class Timer extends ScheduledThreadPoolExecutor {

        private Timer(ThreadFactory threadFactory) {
            super(1, threadFactory);
            setRemoveOnCancelPolicy(true);
        }

        @Override
        public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
            return super.schedule(command, unit.toNanos(delay) / FACTOR, TimeUnit.NANOSECONDS);
        }

        @Override
        public ScheduledFuture<?> scheduleWithFixedDelay(Runnable command, long initialDelay, long delay, TimeUnit unit) {
            return super.scheduleWithFixedDelay(
                    command, unit.toNanos(initialDelay) / FACTOR, Math.max(1, unit.toNanos(delay) / FACTOR),
                    TimeUnit.NANOSECONDS);
        }
    }
}

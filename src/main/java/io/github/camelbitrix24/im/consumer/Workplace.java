package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * What all readers of a component share while it is started: the threads on which they poll, the timer that wakes them,
 * and the time.
 */
public final class Workplace extends ServiceSupport {

    private static final long HOUSEKEEPING_SECONDS = 5;
    private static final int COURTESIES = 2;
    private static final int MOST_COURTESIES = 100;

    private final CamelContext camelContext;
    private final IntSupplier concurrentPolls;
    private final Runnable housekeeping;
    private final LongSupplier nanoTime;
    private volatile PollThreads pollThreads;
    private volatile ScheduledExecutorService timer;
    private volatile ExecutorService courtesies;
    private volatile Heartbeat heartbeat;

    /**
     * @param concurrentPolls how many polls are under way at once, asked at each start
     * @param housekeeping    is run on the timer every five seconds; throws nothing
     * @param nanoTime        nanoseconds of a monotonic source
     */
    public Workplace(CamelContext camelContext, IntSupplier concurrentPolls, Runnable housekeeping, LongSupplier nanoTime) {
        this.camelContext = camelContext;
        this.concurrentPolls = concurrentPolls;
        this.housekeeping = housekeeping;
        this.nanoTime = nanoTime;
    }

    public CamelContext camelContext() {
        return camelContext;
    }

    /** How many polls are under way at once, at most. */
    public int concurrentPolls() {
        return pollThreads.size();
    }

    PollThreads pollThreads() {
        return pollThreads;
    }

    /**
     * Wakes what waits for a time to come; nothing that takes time runs on it. {@code null} once the component is
     * stopped.
     */
    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Makes calls that may be left out: where there are too many, they are refused. */
    public Executor courtesies() {
        return courtesies;
    }

    Heartbeat heartbeat() {
        return heartbeat;
    }

    /** Nanoseconds of a monotonic source. */
    public LongSupplier nanoTime() {
        return nanoTime;
    }

    long now() {
        return nanoTime.getAsLong();
    }

    @Override
    protected void doStart() {
        PollThreads threads = new PollThreads(camelContext, concurrentPolls.getAsInt());
        ScheduledExecutorService clock = camelContext.getExecutorServiceManager()
                .newScheduledThreadPool(this, "bitrix24-im-timer", timerProfile());
        clock.scheduleWithFixedDelay(housekeeping, HOUSEKEEPING_SECONDS, HOUSEKEEPING_SECONDS, TimeUnit.SECONDS);
        Heartbeat beating = new Heartbeat(clock);
        beating.add(threads::startWaiting);
        ServiceHelper.startService(threads, beating);
        courtesies = camelContext.getExecutorServiceManager().newThreadPool(
                this, "bitrix24-im-courtesy", courtesyProfile());
        pollThreads = threads;
        heartbeat = beating;
        timer = clock;
    }

    /** Camel would refuse what is scheduled beyond a thousand tasks: every consumer has one. */
    private static ThreadPoolProfile timerProfile() {
        ThreadPoolProfile profile = new ThreadPoolProfile("bitrix24-im-timer");
        profile.setPoolSize(1);
        profile.setMaxPoolSize(1);
        profile.setMaxQueueSize(-1);
        return profile;
    }

    private static ThreadPoolProfile courtesyProfile() {
        ThreadPoolProfile profile = new ThreadPoolProfile("bitrix24-im-courtesy");
        profile.setPoolSize(COURTESIES);
        profile.setMaxPoolSize(COURTESIES);
        profile.setMaxQueueSize(MOST_COURTESIES);
        profile.setAllowCoreThreadTimeOut(true);
        profile.setRejectedPolicy(ThreadPoolRejectedPolicy.Abort);
        return profile;
    }

    @Override
    protected void doStop() {
        ScheduledExecutorService clock = timer;
        timer = null;
        camelContext.getExecutorServiceManager().shutdownNow(courtesies);
        ServiceHelper.stopService(heartbeat);
        // whoever waits on the timer waits no longer
        camelContext.getExecutorServiceManager().shutdownNow(clock).stream()
                .filter(Future.class::isInstance).forEach(waiting -> ((Future<?>) waiting).cancel(false));
        ServiceHelper.stopService(pollThreads);
    }
}

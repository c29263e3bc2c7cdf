package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Processor;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.ShutdownRunningTask;
import org.apache.camel.spi.ShutdownAware;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.ScheduledPollConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls a user's events and hands them to the route. The poll itself only talks to the portal; events are worked on by
 * other threads, so a slow route does not keep what is done from being acknowledged.
 */
public class Bitrix24ImConsumer extends ScheduledPollConsumer implements ShutdownAware {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private final RestClient client;
    private final ReentrantLock polling = new ReentrantLock();

    private ExecutorService workers;
    private PollPace pace;
    private volatile EventStream stream;
    private volatile boolean settling;

    Bitrix24ImConsumer(Bitrix24ImEndpoint endpoint, Processor processor, RestClient client) {
        super(endpoint, processor);
        this.client = client;
        setExceptionHandler(new PollExceptionHandler(endpoint.getCamelContext(), this::pauseBeforeNextPoll));
    }

    @Override
    public Bitrix24ImEndpoint getEndpoint() {
        return (Bitrix24ImEndpoint) super.getEndpoint();
    }

    @Override
    protected int poll() throws Exception {
        // a scheduler with several threads may poll while a poll is under way
        if (!polling.tryLock()) {
            return 0;
        }
        try {
            int events = stream.poll();
            pace.succeeded(events, System.nanoTime());
            forceConsumerAsReady();
            return events;
        } catch (RestException e) {
            pace.failed(e.kind());
            throw Bitrix24ImException.of(e);
        } catch (Error e) {
            pace.failed(null);
            // an Error out of a poll would end the polling for ever
            throw new RuntimeCamelException("The poll ended in " + e, e);
        } catch (Exception e) {
            pace.failed(null);
            throw e;
        } finally {
            polling.unlock();
        }
    }

    Duration pauseBeforeNextPoll() {
        Duration pause = pace.pause();
        Duration ackInterval = Duration.ofMillis(getEndpoint().getConfiguration().getAckInterval());
        boolean waiting = stream.hasUnacknowledged() && ackInterval.compareTo(pause) < 0;
        return waiting && !pace.isFailing() ? ackInterval : pause;
    }

    private void pollNow() {
        if (getScheduler() instanceof PollScheduler scheduler) {
            scheduler.pollNow();
        }
    }

    @Override
    protected void doStart() throws Exception {
        Readers.of(getEndpoint().getCamelContext()).claim(client.credentials(), this);
        Bitrix24ImConfiguration configuration = getEndpoint().getConfiguration();
        Duration idleDelay = Duration.of(getDelay(), getTimeUnit().toChronoUnit());
        pace = new PollPace(
                Duration.ofMillis(configuration.getBusyDelay()), idleDelay, ThreadLocalRandom.current()::nextDouble);
        workers = workers(configuration.getConcurrency());
        stream = new EventStream(this, client, workers, this::pollNow);
        stream.start();
        if (getScheduler() == null || getScheduler() instanceof PollScheduler) {
            setScheduler(new PollScheduler(getScheduledExecutorService()));
        }
        super.doStart();
    }

    private ExecutorService workers(int concurrency) {
        ThreadPoolProfile profile = new ThreadPoolProfile("bitrix24-im");
        profile.setPoolSize(concurrency);
        profile.setMaxPoolSize(concurrency);
        profile.setMaxQueueSize(concurrency);
        profile.setKeepAliveTime(10L);
        profile.setAllowCoreThreadTimeOut(true);
        return getEndpoint().getCamelContext().getExecutorServiceManager().newThreadPool(
                this, getEndpoint().getEndpointBaseUri(), profile);
    }

    @Override
    protected void doSuspend() throws Exception {
        stream.close();
        super.doSuspend();
        settling = true;
        settleAfter(Duration.ZERO);
    }

    /** While the route still works: Camel rejects what is routed once a consumer is being stopped. */
    private void settle() {
        if (!settling) {
            return;
        }
        Duration wait = null;
        polling.lock();
        try {
            wait = stream.settle();
        } catch (RestException e) {
            LOG.debug("The acknowledgement is left to the stop", e);
        } finally {
            polling.unlock();
            settling &= wait != null;
        }
        if (wait != null) {
            settleAfter(wait);
        }
    }

    private void settleAfter(Duration wait) {
        ExecutorService threads = workers;
        getEndpoint().getComponent().timer().schedule(
                () -> threads.execute(this::settle), wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    protected void doResume() throws Exception {
        settling = false;
        stream.reopen();
        super.doResume();
        pollNow();
    }

    @Override
    protected void doStop() throws Exception {
        if (stream != null) {
            stream.close();
        }
        super.doStop();
        if (stream != null) {
            acknowledgeLast();
            settling = false;
            stream.halt();
            stream.stop();
        }
        Readers.of(getEndpoint().getCamelContext()).release(client.credentials(), this);
        if (workers != null) {
            getEndpoint().getCamelContext().getExecutorServiceManager().shutdownNow(workers);
            workers = null;
        }
    }

    private void acknowledgeLast() {
        try {
            stream.acknowledgeLast();
        } catch (RestException e) {
            LOG.warn("The last events of {} could not be acknowledged and will come again: {}", client.credentials().portal(),
                    e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean deferShutdown(ShutdownRunningTask shutdownRunningTask) {
        return false;
    }

    @Override
    public int getPendingExchangesSize() {
        return stream == null ? 0 : stream.pending() + (settling ? 1 : 0);
    }

    @Override
    public void prepareShutdown(boolean suspendOnly, boolean forced) {
        if (stream != null && forced) {
            stream.halt();
        } else if (stream != null) {
            stream.close();
        }
    }
}

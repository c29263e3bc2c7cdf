package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceSupport;

/**
 * Lets Camel start and stop a {@link PollLoop}, which polls when it is worth it. A user's own {@code scheduler} takes
 * its place.
 */
public final class PollScheduler extends ServiceSupport implements ScheduledPollConsumerScheduler {

    private final PollLoop loop;
    private CamelContext camelContext;
    private ScheduledPollConsumer consumer;
    private Runnable task;

    public PollScheduler(PollLoop loop) {
        this.loop = loop;
    }

    @Override
    public void onInit(Consumer consumer) {
        this.consumer = (ScheduledPollConsumer) consumer;
    }

    @Override
    public void scheduleTask(Runnable task) {
        this.task = task;
    }

    @Override
    public void startScheduler() {
        loop.start(task, Duration.of(consumer.getInitialDelay(), consumer.getTimeUnit().toChronoUnit()),
                consumer::isUseFixedDelay);
    }

    @Override
    public void unscheduleTask() {
        loop.stop();
    }

    @Override
    public boolean isSchedulerStarted() {
        return loop.isStarted();
    }

    @Override
    protected void doStop() {
        loop.stop();
    }

    @Override
    public CamelContext getCamelContext() {
        return camelContext;
    }

    @Override
    public void setCamelContext(CamelContext camelContext) {
        this.camelContext = camelContext;
    }
}

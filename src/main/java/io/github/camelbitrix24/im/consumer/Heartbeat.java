package io.github.camelbitrix24.im.consumer;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins anew, once a second, what came to a stop because there was no memory or no thread for it at the time.
 * Everything else is begun by what happens.
 */
public final class Heartbeat extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final Queue<Runnable> beats = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService timer;
    private Future<?> beating;

    public Heartbeat(ScheduledExecutorService timer) {
        this.timer = timer;
    }

    /** @param beat must be quick and do nothing where nothing has come to a stop */
    public void add(Runnable beat) {
        beats.add(beat);
    }

    public void remove(Runnable beat) {
        beats.remove(beat);
    }

    private void beat() {
        for (Runnable beat : beats) {
            try {
                beat.run();
            } catch (RuntimeException | Error e) {
                LOG.debug("Once more in a second", e);
            }
        }
    }

    @Override
    protected void doStart() {
        beating = timer.scheduleWithFixedDelay(this::beat, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    protected void doStop() {
        beating.cancel(false);
    }
}

package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A machine that has no thread left for a while. */
class NoThreadTest extends RouteTest {

    private final AtomicInteger startsBefore = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile String refused = "none";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @BeforeEach
    void refuseThreads() {
        context.getExecutorServiceManager().setThreadPoolFactory(new QuickTime() {
            @Override
            public ExecutorService newThreadPool(ThreadPoolProfile profile, ThreadFactory factory) {
                return super.newThreadPool(profile, runnable -> thread(factory, runnable));
            }
        });
    }

    /** As the JVM does it: the thread is made, and cannot be started. */
    private Thread thread(ThreadFactory factory, Runnable runnable) {
        Thread real = factory.newThread(runnable);
        return new Thread(runnable, real.getName()) {
            @Override
            public synchronized void start() {
                if (getName().contains(refused) && startsBefore.getAndDecrement() <= 0
                        && refusals.getAndDecrement() > 0) {
                    throw new OutOfMemoryError("unable to create native thread");
                }
                super.start();
            }
        };
    }

    @Test
    void alsoWhereTheLogCannotBeWritten() throws Exception {
        Logger log = (Logger) LoggerFactory.getLogger(Bitrix24ImConsumer.class);
        Appender<ILoggingEvent> full = new AppenderBase<>() {
            @Override
            public void doAppend(ILoggingEvent line) {
                throw new IllegalStateException("disk full");
            }

            @Override
            protected void append(ILoggingEvent line) {
            }
        };
        full.start();
        log.addAppender(full);
        startsBefore.set(1);
        try {
            whenThereAreThreadsAgainEverythingGoesOn("bitrix24-im://", 3, 4);
        } finally {
            log.detachAppender(full);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "bitrix24-im-poll, 1, 1", "bitrix24-im-poll, 2, 1", "bitrix24-im-poll, 15, 1", "bitrix24-im://, 1, 1",
            "bitrix24-im://, 3, 1", "bitrix24-im://, 5, 4", "bitrix24-im-poll, 4, 4" })
    void whenThereAreThreadsAgainEverythingGoesOn(String pool, int times, int concurrency) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + FAST + "&concurrency=" + concurrency).routeId("events")
                .process(e -> note(e)));
        portal.await(p -> p.subscribed(7), SOON);
        portal.chat("chat6").members(7, 12);
        refused = pool;
        refusals.set(times);
        for (int i = 0; i < 10; i++) {
            portal.user(12).says(i % 2 == 0 ? "chat5" : "chat6", "message " + i);
        }

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen.stream().sorted().toList());
        context.getRouteController().stopRoute("events", 10, TimeUnit.SECONDS);
        assertEquals(0, context.getInflightRepository().size());
    }
}

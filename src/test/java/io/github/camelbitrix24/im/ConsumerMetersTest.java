package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What Micrometer measures of a consumer. */
class ConsumerMetersTest extends WatchedRouteTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        context.getRegistry().bind("meters", registry);
    }

    @Test
    void followTheConsumer() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        reader.subscribed();
        portal.user(12).says("chat5", "one");
        portal.clock().advance(Duration.ofMinutes(5));
        start(FAST, exchange -> {
            if (entered.getCount() > 0) {
                entered.countDown();
                assertTrue(goOn.await(20, TimeUnit.SECONDS));
                throw new IllegalStateException("on purpose");
            }
        });
        assertTrue(entered.await(20, TimeUnit.SECONDS));

        assertEquals(1, registry.get("camel.bitrix24.im.events.inflight").gauge().value());
        assertEquals(0, registry.get("camel.bitrix24.im.redeliveries").functionCounter().count());
        assertEquals(300, registry.get("camel.bitrix24.im.lag").timeGauge().value(TimeUnit.SECONDS), 60);
        goOn.countDown();

        awaitAcknowledged();
        await("nothing in flight", () -> registry.get("camel.bitrix24.im.events.inflight").gauge().value() == 0);
        await("no lag", () -> registry.get("camel.bitrix24.im.lag").timeGauge().value(TimeUnit.SECONDS) == 0);
        assertEquals(1, registry.get("camel.bitrix24.im.redeliveries").functionCounter().count());
    }

    @Test
    void countTheTimeThatRequestsWaited() throws Exception {
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        component.getConfiguration().setRequestsPerSecond(20);
        component.getConfiguration().setRequestBurst(1);
        start("initialDelay=0&delay=1&busyDelay=1&settleTime=0", this::note);

        await("throttled", () -> registry.get("camel.bitrix24.im.throttled").functionCounter().count() > 0.1);
        assertEquals(consumer().getThrottledMillis() / 1000.0,
                registry.get("camel.bitrix24.im.throttled").functionCounter().count(), 5);
    }

    @Test
    void areNamedByRouteAndPortalAndHoldNoSecret() throws Exception {
        start(FAST, this::note);

        String host = portal.url().replaceAll("http://(.*):\\d+", "$1");
        assertEquals(4, meters().size());
        meters().forEach(meter -> {
            assertEquals("hears", meter.getId().getTag("routeId"));
            assertEquals(host, meter.getId().getTag("portal"));
            assertFalse(meter.getId().toString().contains(reader.secret()), meter.getId().toString());
        });
    }

    @Test
    void areThereWhileTheConsumerRuns() throws Exception {
        start(FAST, this::note);
        assertEquals(4, meters().size());

        context.getRouteController().stopRoute("hears");
        assertEquals(List.of(), meters());

        context.getRouteController().startRoute("hears");
        assertEquals(4, meters().size());
    }

    private List<Meter> meters() {
        return registry.getMeters().stream().filter(meter -> meter.getId().getName().startsWith("camel.bitrix24.im.")).toList();
    }
}

package io.github.camelbitrix24.im.observe;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.Bitrix24ImEndpoint;
import io.github.camelbitrix24.im.WatchedRouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.Fault;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.PAUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.UNAVAILABLE;
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
        hear(FAST, exchange -> {
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
        hear("initialDelay=0&delay=1&busyDelay=1&settleTime=0", this::note);

        await("throttled", () -> registry.get("camel.bitrix24.im.throttled").functionCounter().count() > 0.1);
        assertEquals(eventConsumer().getThrottledMillis() / 1000.0,
                registry.get("camel.bitrix24.im.throttled").functionCounter().count(), 5);
    }

    @Test
    void areNamedByRouteAndPortalAndHoldNoSecret() throws Exception {
        hear(FAST, this::note);

        String host = portal.url().substring("http://".length());
        assertEquals(13, meters().size());
        meters().forEach(meter -> {
            assertEquals("hears", meter.getId().getTag("routeId"));
            assertEquals(host, meter.getId().getTag("portal"));
            assertEquals("7", meter.getId().getTag("user"));
            assertFalse(meter.getId().toString().contains(reader.secret()), meter.getId().toString());
        });
    }

    @Test
    void areThereWhileTheConsumerRuns() throws Exception {
        hear(FAST, this::note);
        assertEquals(13, meters().size());

        context.getRouteController().stopRoute("hears");
        assertEquals(List.of(), meters());

        context.getRouteController().startRoute("hears");
        assertEquals(13, meters().size());
    }

    @Test
    void tellThatNothingWorks() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        await("up", () -> up() == 1);
        assertEquals(0, seconds("lag"));
        portal.fail(GET, Fault.error("INVALID_CREDENTIALS"), 1000);
        awaitState(REFUSED);

        assertEquals(0, up());
        await("the lag to grow", () -> seconds("lag") > 0);
        assertTrue(seconds("last.poll") > 0);
        assertTrue(eventConsumer().getLagSeconds() > 0);
        assertFalse(eventConsumer().isUp());
        portal.heal();
        eventConsumer().pollNow();
        awaitState(IDLE);
        await("up", () -> up() == 1);
        await("no lag", () -> seconds("lag") == 0);
    }

    @Test
    void tellThatNothingHasWorkedYet() throws Exception {
        portal.fail(GET, Fault.html(502), 1000);
        hear(FAST, this::note);
        awaitState(UNAVAILABLE);

        assertEquals(0, up());
        await("the lag to grow", () -> seconds("lag") > 0);
        assertTrue(seconds("last.poll") > 0);
    }

    @Test
    void aPauseIsNoFailure() throws Exception {
        hear(FAST, this::note);
        awaitState(IDLE);
        eventConsumer().pause();
        awaitState(PAUSED);

        assertEquals(1, up());
    }

    /** As camel-master has them. */
    @Test
    void ofConsumersWithoutARouteAreToldApart() throws Exception {
        context.start();
        Bitrix24ImConsumer seven = consumerOf(7);
        Bitrix24ImConsumer twelve = consumerOf(12);

        seven.start();
        twelve.start();
        assertEquals(26, meters().size());
        seven.stop();
        assertEquals(Set.of("12"), meters().stream().map(meter -> meter.getId().getTag("user")).collect(Collectors.toSet()));
        assertEquals(13, meters().size());
        twelve.stop();
        assertEquals(List.of(), meters());
    }

    @Test
    void aRegistryThatFailsHoldsUpNoEvent() throws Exception {
        context.getRegistry().bind("broken", new SimpleMeterRegistry() {
            @Override
            protected <T> Gauge newGauge(Meter.Id id, T obj, ToDoubleFunction<T> valueFunction) {
                throw new NoClassDefFoundError("on purpose");
            }

            @Override
            public Meter remove(Meter.Id id) {
                throw new IllegalStateException("on purpose");
            }
        });
        hear(FAST, this::note);
        awaitState(IDLE);
        portal.user(12).says("chat5", "one");

        awaitAcknowledged();
        assertEquals(13, meters().size());
        context.getRouteController().stopRoute("hears");
        assertEquals(List.of(), meters());
    }

    private Bitrix24ImConsumer consumerOf(long user) throws Exception {
        Bitrix24ImEndpoint endpoint
                = context.getEndpoint("bitrix24-im:events?" + FAST + "&eventTypes=ANY" + user, Bitrix24ImEndpoint.class);
        endpoint.getConfiguration().setCredentials(new WebhookCredentials(portal.user(user).webhook()));
        return (Bitrix24ImConsumer) endpoint.createConsumer(this::note);
    }

    private double up() {
        return registry.get("camel.bitrix24.im.up").gauge().value();
    }

    private double seconds(String name) {
        return registry.get("camel.bitrix24.im." + name).timeGauge().value(TimeUnit.SECONDS);
    }

    private List<Meter> meters() {
        return registry.getMeters().stream().filter(meter -> meter.getId().getName().startsWith("camel.bitrix24.im.")).toList();
    }
}

package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.observe.ConsumerMonitor;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.NOT_DELETED;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.TAKEN_AWAY;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is told of a consumer whose time a test decides. */
class ConsumerMonitorTest extends RouteTest {

    private final List<Bitrix24ImConsumerState> told = new ArrayList<>();
    private long now = Long.MAX_VALUE - 5;
    private Bitrix24ImConsumer consumer;
    private ConsumerMonitor watch;

    @BeforeEach
    void watch() throws Exception {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof Bitrix24ImStateChangedEvent change) {
                    told.add(change.getNewState());
                }
            }
        });
        context.start();
        Bitrix24ImEndpoint endpoint = context.getEndpoint(
                "bitrix24-im:events?initialDelay=1h&connectTimeout=1s&responseTimeout=4s", Bitrix24ImEndpoint.class);
        consumer = (Bitrix24ImConsumer) endpoint.createConsumer(this::note);
        consumer.setRouteId("r1");
        consumer.start();
        watch = monitor(Duration.ofSeconds(5), () -> DeliveryState.NONE);
    }

    @Test
    void aCallMayTakeTwiceAsLongAsItsTimeOuts() {
        watch.succeeded(0);
        watch.callBegan();
        pass(Duration.ofSeconds(10).minusNanos(1));
        watch.look();
        assertEquals(List.of(IDLE), told);
        pass(Duration.ofNanos(1));
        watch.look();
        assertEquals(List.of(IDLE, UNAVAILABLE), told);
        watch.callEnded();
        watch.look();
        assertEquals(List.of(IDLE, UNAVAILABLE, IDLE), told);
    }

    @Test
    void timeOutsOfAnyLengthAreAdded() {
        Bitrix24ImConfiguration configuration = new Bitrix24ImConfiguration();
        configuration.setConnectTimeout(Long.MAX_VALUE);
        configuration.setResponseTimeout(Long.MAX_VALUE);
        watch = monitor(configuration.readerSettings(null, Duration.ZERO).callTimeout(), () -> DeliveryState.NONE);
        watch.succeeded(0);
        watch.callBegan();
        pass(Duration.ofDays(1000));
        watch.look();

        assertEquals(List.of(IDLE), told);
    }

    @Test
    void whatIsNotDeletedIsOneWarningThatSaysWhoseAndWhatToDo() {
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            watch.succeeded(0);
            for (int poll = 0; poll < 20; poll++) {
                watch.comingAgain(4);
                watch.succeeded(0);
                pass(Duration.ofSeconds(2));
            }
            assertEquals(List.of(IDLE, NOT_DELETED), told);
            assertEquals(1, log.ownMessages().size());
            String line = log.ownMessages().get(0).getFormattedMessage();
            assertTrue(line.contains("route r1 (user 7 at ") && line.contains("does not delete"), line);
        }
        assertEquals(80, watch.facts().queue().returned());
        pass(Duration.ofMinutes(10));
        watch.succeeded(0);
        assertEquals(List.of(IDLE, NOT_DELETED, IDLE), told);
    }

    @Test
    void nothingTakenAwayIsNoNews() {
        watch.takenAway(List.of());
        watch.succeeded(0);
        watch.takenAway(List.of(5L));
        watch.succeeded(0);

        assertEquals(List.of(IDLE, TAKEN_AWAY), told);
    }

    @Test
    void unreadableEventsAreCounted() {
        watch.unreadable(2);
        watch.unreadable(5);

        assertEquals(5, watch.facts().queue().unreadable());
        assertEquals(0, consumer.getEventsUnreadable());
    }

    @Test
    void whatCannotBeToldReachesNobodyAndIsToldLater() {
        boolean[] broken = { true };
        watch = monitor(Duration.ofSeconds(5), () -> {
            if (broken[0]) {
                throw new OutOfMemoryError("on purpose");
            }
            return DeliveryState.NONE;
        });
        watch.failed(RestException.noAnswer("im.v2.Event.get", "it is down", null));
        watch.failed(new IllegalStateException("on purpose"));
        watch.succeeded(0);
        assertEquals(List.of(), told);
        broken[0] = false;
        watch.look();

        assertEquals(List.of(IDLE), told);
    }

    private ConsumerMonitor monitor(Duration callTimeout, Supplier<DeliveryState> delivery) {
        return new ConsumerMonitor(
                consumer.name(), () -> false, consumer::isStoppingOrStopped,
                new StateAnnouncement(context, consumer.name()), callTimeout, delivery, () -> now);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

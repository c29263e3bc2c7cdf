package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.delivery.Handout;
import io.github.camelbitrix24.im.observe.LeftOut;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TransportOptions;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** Which offset goes to the portal, call by call: an offset rests on the reading before it, and goes there once. */
class EventFetcherTest extends RouteTest {

    private static final int LARGEST_ANSWER = 40_000;

    private final AtomicLong now = new AtomicLong();
    private final Delivery delivery = new Delivery(
            new DeliveryOptions(
                    1, false, 10, 1000, 1 << 20, Duration.ZERO, Duration.ZERO, Backoff.REDELIVERY),
            now.get());
    private CamelHttpTransport transport;
    private EventFetcher feed;

    @BeforeEach
    void feed() {
        reader.subscribed();
        context.start();
        transport = new CamelHttpTransport(
                context, new TransportOptions(PortalAddress.parse(portal.url(), false), SOON, SOON, LARGEST_ANSWER), null,
                now::get);
        transport.start();
        WebhookCredentials credentials = new WebhookCredentials(reader.webhook());
        feed = new EventFetcher(
                Settings.of(LARGEST_ANSWER, Duration.ZERO),
                new RestClient(
                        request -> transport.post(request.path(), request.body(), request.responseTimeout()),
                        new WebhookAuthorization(credentials), new RequestBudget(now::get), now::get),
                delivery, new NoNews(),
                ReaderName.of(null, credentials), now::get);
    }

    @AfterEach
    void end() {
        transport.stop();
    }

    @Test
    void aPageThatWasTooLargeIsAskedForAgainWithoutItsOffset() throws Exception {
        say(10, "short");
        poll();
        finishAll();
        say(10, "x".repeat(4_000));

        poll();

        assertEquals(List.of("1/10", "11/10", "1/5"), requests());
        assertEquals(15, delivery.state().received());
    }

    @Test
    void afterAFailureAnOffsetRestsOnANewReading() throws Exception {
        say(3, "short");
        poll();
        finishAll();
        feed.plan();
        portal.fail("im.v2.Event.get", Fault.html(502));
        assertThrows(RestException.class, this::poll);
        // meanwhile the portal may have been restored
        now.addAndGet(Duration.ofMinutes(1).toNanos());

        feed.tryStep(null, () -> {
        });

        assertEquals(List.of("1/10", "4/10", "1/10"), requests());
    }

    @Test
    void anAcknowledgementIsPlannedAnewWhenAnotherReadingHasShownALateRow() throws Exception {
        portal.record(7, 60, "NEW", "{}");
        poll();
        finishAll();
        Urgency planned = feed.plan();
        portal.record(7, 55, "NEW", "{}");
        now.addAndGet(Duration.ofSeconds(2).toNanos());

        feed.acknowledge(SOON);
        feed.tryStep(null, () -> {
        });

        assertEquals(List.of(55L, 60L), portal.pending(7).stream().sorted().toList(), "planned as " + planned);
        assertEquals(55, delivery.take(now.get()).first().getId());
    }

    private void say(int messages, String text) {
        for (int i = 0; i < messages; i++) {
            portal.user(12).says("chat5", text);
        }
    }

    private void poll() throws RestException {
        feed.tryPoll(() -> {
        });
    }

    private void finishAll() {
        for (Handout handout = delivery.take(now.get()); handout != null; handout = delivery.take(now.get())) {
            delivery.done(handout);
        }
    }

    private List<String> requests() {
        return portal.calls("im.v2.Event.get").stream().map(call -> call.param("offset") + "/" + call.param("limit")).toList();
    }

    private static final class NoNews implements QueueNews {

        @Override
        public void calling() {
        }

        @Override
        public void called() {
        }

        @Override
        public void unreadable(long soFar) {
        }

        @Override
        public void leftOut(LeftOut reason) {
        }

        @Override
        public void takenAway(List<Long> eventIds) {
        }

        @Override
        public void comingAgain(int events) {
        }

        @Override
        public void actingUser(long user, Long before) {
        }
    }
}

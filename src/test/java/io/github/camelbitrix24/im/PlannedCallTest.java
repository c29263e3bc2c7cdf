package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.delivery.Delivery;
import io.github.camelbitrix24.im.delivery.DeliveryOptions;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.TransportOptions;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A call that was planned waits for the portal's budget, and the world goes on meanwhile. */
class PlannedCallTest extends RouteTest {

    @Test
    void anAcknowledgementIsPlannedAnewWhenAnotherReadingHasShownALateRow() throws Exception {
        AtomicLong now = new AtomicLong(System.nanoTime());
        context.start();
        Bitrix24ImConfiguration configuration = new Bitrix24ImConfiguration();
        configuration.setSettleTime(0);
        try (CamelHttpTransport transport = new CamelHttpTransport(
                context, new TransportOptions(PortalAddress.parse(portal.url(), false), SOON, SOON, 1 << 20), null)) {
            transport.start();
            RestClient client = new RestClient(
                    transport, new WebhookCredentials(reader.webhook()), new RequestBudget(System::nanoTime));
            Delivery delivery = new Delivery(
                    new DeliveryOptions(
                            1, false, 1000, 1000, 1 << 20, Duration.ZERO, Duration.ofSeconds(5), Backoff.REDELIVERY),
                    now.get());
            EventFeed feed = new EventFeed(
                    configuration, client, delivery, new Silence(), new ReaderName("r", "7", "host"), now::get);
            portal.record(7, 60, "NEW", "{}");
            feed.poll(() -> {
            });
            delivery.done(delivery.take(now.get()));
            Urgency planned = feed.plan();
            portal.record(7, 55, "NEW", "{}");
            now.addAndGet(Duration.ofSeconds(2).toNanos());

            feed.acknowledge(SOON);
            feed.step(() -> {
            });

            assertEquals(List.of(55L, 60L), portal.pending(7).stream().sorted().toList(), "planned as " + planned);
            assertEquals(55, delivery.take(now.get()).first().getId());
        }
    }

    private static final class Silence implements FeedNews {

        @Override
        public void calling() {
        }

        @Override
        public void unreadable(long soFar) {
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

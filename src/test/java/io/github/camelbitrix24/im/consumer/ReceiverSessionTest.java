package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.List;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.TransportOptions;
import org.apache.camel.Endpoint;
import org.apache.camel.Exchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * An event that somebody took and never finished.
 */
class ReceiverSessionTest extends RouteTest {

    private static final Duration LEASE = Duration.ofMillis(300);

    @Test
    void anEventWhoseExchangeIsNeverCompletedIsOfferedAgain() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        context.start();
        CamelHttpTransport transport = new CamelHttpTransport(
                context, new TransportOptions(PortalAddress.parse(portal.url(), false), SOON, SOON, 1 << 20), null,
                System::nanoTime);
        transport.start();
        Endpoint endpoint = context.getEndpoint("bitrix24-im:events?" + FAST);
        Workplace workplace = new Workplace(context, () -> 2, () -> {
        }, System::nanoTime);
        workplace.start();
        WebhookCredentials credentials = new WebhookCredentials(reader.webhook());
        ReceiverSession events = ReceiverSession.join(
                ReaderName.of(null, credentials),
                new RestClient(
                        request -> transport.post(request.path(), request.body(), request.responseTimeout()),
                        new WebhookAuthorization(credentials), new RequestBudget(System::nanoTime), System::nanoTime),
                Settings.of(1 << 20, Duration.ZERO), workplace, new Callbacks(endpoint), LEASE);

        Exchange forgotten = events.receive(SOON, () -> true);
        Exchange again = events.receive(SOON, () -> true);
        assertEquals(id(forgotten), id(again));
        assertEquals(2, again.getMessage().getHeader(Bitrix24ImConstants.ATTEMPT));

        UnitOfWorkHelper.doneSynchronizations(forgotten, forgotten.getExchangeExtension().handoverCompletions());
        UnitOfWorkHelper.doneSynchronizations(again, again.getExchangeExtension().handoverCompletions());
        awaitAcknowledged();
        events.leave();
        workplace.stop();
        transport.stop();
    }

    private static Long id(Exchange exchange) {
        return exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, Long.class);
    }

    private record Callbacks(Endpoint endpoint) implements ReceiverCallbacks {

        @Override
        public Exchange createExchange() {
            return endpoint.createExchange();
        }

        @Override
        public void takenAway(List<Long> eventIds) {
            throw new AssertionError("nobody took " + eventIds);
        }

        @Override
        public void eventFailed(String what, Throwable failure) {
            throw new AssertionError(what, failure);
        }
    }
}

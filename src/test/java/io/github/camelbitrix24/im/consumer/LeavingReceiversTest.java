package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.rest.AlteringProxy;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.apache.camel.PollingConsumer;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What the last receiver of a user leaves behind is acknowledged, and keeps nobody waiting who need not. */
class LeavingReceiversTest extends RouteTest {

    private static final String UNHURRIED = "bitrix24-im:events?initialDelay=0&delay=100&busyDelay=100";

    @Test
    void whatIsNotSettledIsWaitedForByNobody() throws Exception {
        context.getShutdownStrategy().setTimeout(1);
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        context.start();
        receive("&settleTime=600000");
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            PollingConsumer next = context.getEndpoint(UNHURRIED + "&settleTime=600000").createPollingConsumer();
            next.start();
            assertNull(next.receiveNoWait(), "it is done");
            next.stop();

            assertEquals(List.of(), log.linesWith("could not be acknowledged"));
        }
    }

    @Test
    void whatIsSettledLaterIsAcknowledgedThen() throws Exception {
        reader.subscribed();
        portal.user(12).says("chat5", "hello");
        context.start();
        receive("&settleTime=300");

        awaitAcknowledged();
    }

    @Test
    void aStopWaitsForAllUsersAtOnce() throws Exception {
        AtomicBoolean stopping = new AtomicBoolean();
        CyclicBarrier both = new CyclicBarrier(2);
        try (AlteringProxy proxy = new AlteringProxy(portal.url(), page -> {
            if (stopping.get()) {
                meet(both);
            }
            return page;
        }); ConsumerTemplate template = context.createConsumerTemplate()) {
            portal.chat("chat6").members(8, 12);
            for (int user : List.of(7, 8)) {
                context.getRegistry().bind("user" + user,
                        new WebhookCredentials(portal.user(user).webhook().replace(portal.url(), proxy.url())));
                portal.user(user).subscribed();
            }
            portal.user(12).says("chat5", "hello");
            portal.user(12).says("chat6", "hello");
            context.start();
            for (int user : List.of(7, 8)) {
                template.doneUoW(template.receive(UNHURRIED + "&settleTime=2000&credentials=#user" + user, 5_000));
            }
            stopping.set(true);
            context.stop();

            portal.await(p -> p.pending(7).isEmpty() && p.pending(8).isEmpty(), SOON);
        }
    }

    private static void meet(CyclicBarrier both) {
        try {
            both.await(5, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("one user waits for the other", e);
        }
    }

    /** As a route does that makes a receiver for each call. */
    private void receive(String options) throws Exception {
        PollingConsumer receiver = context.getEndpoint(UNHURRIED + options).createPollingConsumer();
        receiver.start();
        Exchange exchange = receiver.receive(5_000);
        receiver.stop();
        exchange.getUnitOfWork();
        exchange.getExchangeExtension().handoverCompletions().forEach(completion -> completion.onComplete(exchange));
    }
}

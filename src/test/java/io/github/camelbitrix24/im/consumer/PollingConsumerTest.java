package io.github.camelbitrix24.im.consumer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.ConsumerTemplate;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Events taken one at a time: pollEnrich, poll, and consumer templates.
 */
class PollingConsumerTest extends RouteTest {

    private static final String EVENTS = "bitrix24-im:events?" + FAST;

    @Test
    void pollEnrichTakesEachEventOnceAndAcknowledgesItWithItsExchange() throws Exception {
        fiveEvents();
        routes(r -> r.from("direct:next").pollEnrich(EVENTS, 5_000).process(e -> note(e)));
        for (int i = 0; i < 5; i++) {
            template.sendBody("direct:next", "");
        }

        assertEquals(portal.recorded(7), seen);
        awaitAcknowledged();
    }

    @Test
    void anEventWhoseEnclosingExchangeFailsIsOfferedAgain() throws Exception {
        fiveEvents();
        routes(r -> {
            r.errorHandler(r.noErrorHandler());
            r.from("direct:fails").pollEnrich(EVENTS, 5_000).process(e -> note(e))
                    .throwException(new IllegalStateException());
            r.from("direct:rollback").pollEnrich(EVENTS, 5_000).process(e -> note(e)).markRollbackOnly();
            r.from("direct:next").pollEnrich(EVENTS, 5_000).process(e -> note(e));
        });
        assertThrows(Exception.class, () -> template.sendBody("direct:fails", ""));
        template.sendBody("direct:rollback", "");
        template.sendBody("direct:next", "");

        long first = portal.recorded(7).get(0);
        assertEquals(List.of(first, first, first), seen);
        portal.await(p -> p.acknowledged(7).equals(List.of(first)), SOON);
    }

    @Test
    void aTemplateHoldsAnEventUntilItsUnitOfWorkIsDone() throws Exception {
        fiveEvents();
        context.start();
        try (ConsumerTemplate template = context.createConsumerTemplate()) {
            Exchange first = template.receive(EVENTS, 5_000);
            Exchange second = template.receive(EVENTS, 5_000);
            assertEquals(portal.recorded(7).get(0), id(first));
            assertEquals(portal.recorded(7).get(1), id(second));

            template.doneUoW(second);
            assertEquals(List.of(), portal.acknowledged(7), "the first is not done");
            template.doneUoW(first);
            portal.await(p -> p.acknowledged(7).size() == 2, SOON);
        }
    }

    @Test
    void receivingWithoutWaitingAsksThePortalOnce() throws Exception {
        context.start();
        assertNull(consumer.receiveNoWait(EVENTS));
        assertNull(consumer.receiveNoWait(EVENTS));
        assertEquals(2, portal.calls("im.v2.Event.get").size());

        fiveEvents();
        Bitrix24ImEvent event = consumer.receiveBodyNoWait(EVENTS, Bitrix24ImEvent.class);
        assertEquals(portal.recorded(7).get(0), event.getId());
    }

    @Test
    void severalThreadsNeverGetTheSameEvent() throws Exception {
        reader.subscribed();
        for (int i = 0; i < 200; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        context.start();
        Set<Long> ids = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        Set<Future<?>> results = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            results.add(threads.submit(() -> {
                Exchange exchange = consumer.receive(EVENTS, 10_000);
                assertNotNull(exchange);
                assertTrue(ids.add(id(exchange)), "twice: " + id(exchange));
                consumer.doneUoW(exchange);
            }));
        }
        for (Future<?> result : results) {
            result.get();
        }
        threads.shutdown();

        assertEquals(200, ids.size());
        awaitAcknowledged();
    }

    @Test
    void whatIsNotWantedIsNeverGivenToAnybody() throws Exception {
        String uri = EVENTS + "&eventTypes=ONIMV2MESSAGEADD";
        fiveEvents();
        context.start();
        for (int i = 0; i < 5; i++) {
            Exchange exchange = consumer.receive(uri, 5_000);
            if (i == 4) {
                // the acknowledgement that follows is the first to see it
                portal.record(7, "ONIMV2WEIRD", "{}");
            }
            consumer.doneUoW(exchange);
        }
        portal.await(p -> p.acknowledged(7).size() >= 5, SOON);

        assertNull(consumer.receiveNoWait(uri));
        awaitAcknowledged();
    }

    @Test
    void aFailingPortalIsAnExceptionWithItsCode() {
        reader.webhookRevoked();
        context.start();

        Exception thrown = assertThrows(Exception.class, () -> context.createConsumerTemplate().receive(EVENTS, 1_000));
        Bitrix24ImException failure = assertInstanceOfCause(thrown);
        assertEquals("INVALID_CREDENTIALS", failure.getCode());
    }

    private static Bitrix24ImException assertInstanceOfCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause != null && !(cause instanceof Bitrix24ImException)) {
            cause = cause.getCause();
        }
        assertNotNull(cause, () -> "no Bitrix24ImException in " + thrown);
        return (Bitrix24ImException) cause;
    }

    private void fiveEvents() {
        reader.subscribed();
        for (int i = 0; i < 5; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
    }

    private static Long id(Exchange exchange) {
        return exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, Long.class);
    }
}

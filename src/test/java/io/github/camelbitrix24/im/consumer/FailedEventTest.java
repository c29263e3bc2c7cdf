package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.ExceptionHandler;
import org.apache.camel.trait.message.MessageTrait;
import org.apache.camel.trait.message.RedeliveryTraitPayload;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What happens to an event whose exchange ends in an unhandled exception, and to those behind it.
 */
class FailedEventTest extends RouteTest {

    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final List<Long> failedAt = new CopyOnWriteArrayList<>();
    private final AtomicBoolean healed = new AtomicBoolean();

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void aFailedEventComesAgainAfterAPauseAndSaysSo() throws Exception {
        start(FAST, this::failTwice);
        portal.user(12).says("chat5", "hello");

        awaitAcknowledged();
        assertEquals(List.of("1 NON_REDELIVERY", "2 IS_REDELIVERY", "3 IS_REDELIVERY"), attempts);
        assertEquals(portal.recorded(7), seen);
        long pause = failedAt.get(1) - failedAt.get(0);
        assertTrue(pause >= 1_000_000_000, pause + " ns");
    }

    @Test
    void whatFollowsAFailedEventWaits() throws Exception {
        start(FAST, this::failTwice);
        portal.user(12).says("chat5", "first");
        portal.user(12).says("chat5", "second");

        await("both", () -> seen.size() == 2);
        assertEquals(portal.recorded(7), seen);
        assertEquals("1 NON_REDELIVERY", attempts.get(3));
    }

    @Test
    void whatFollowsAFailedEventInItsChatWaitsThoughOtherChatsGoOn() throws Exception {
        portal.chat("chat6").members(7, 12);
        start(FAST + "&concurrency=4", exchange -> {
            long chat = exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class);
            if (chat == 5 && !healed.get()) {
                throw new IllegalStateException("on purpose");
            }
            note(exchange);
        });
        portal.user(12).says("chat5", "first");
        portal.user(12).says("chat5", "second");
        portal.user(12).says("chat6", "elsewhere");

        List<Long> ids = portal.recorded(7);
        await("the other chat", () -> seen.size() == 1);
        assertEquals(ids.get(2), seen.get(0));
        healed.set(true);
        await("all", () -> seen.size() == 3);
        assertEquals(List.of(ids.get(2), ids.get(0), ids.get(1)), seen);
    }

    @Test
    void behindAFailedEventOtherChatsGoOnForOnePage() throws Exception {
        portal.chat("chat6").members(7, 12);
        start(FAST + "&concurrency=4&limit=10", exchange -> {
            long chat = exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class);
            if (chat == 5 && !healed.get()) {
                throw new IllegalStateException("on purpose");
            }
            note(exchange);
        });
        portal.user(12).says("chat5", "it fails");
        for (int i = 0; i < 20; i++) {
            portal.user(12).says("chat6", "message " + i);
        }

        await("the rest of the page", () -> seen.size() == 9);
        int polls = portal.calls("im.v2.Event.get").size();
        await("more polls", () -> portal.calls("im.v2.Event.get").size() > polls + 2);
        assertEquals(9, seen.size());
        healed.set(true);
        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen.stream().sorted().toList());
    }

    @Test
    void withoutBreakOnFirstErrorItGoesToTheExceptionHandlerAndCountsAsDone() throws Exception {
        List<String> handled = new CopyOnWriteArrayList<>();
        context.getRegistry().bind("handler", new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                handleException(null, exception);
            }

            @Override
            public void handleException(String message, Throwable exception) {
                handled.add(message + ": " + exception.getMessage());
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                handleException(message, exception);
            }
        });
        start(FAST + "&breakOnFirstError=false&exceptionHandler=#handler", exchange -> {
            note(exchange);
            throw new IllegalStateException("on purpose");
        });
        portal.user(12).says("chat5", "first");
        portal.user(12).says("chat5", "second");

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertEquals(2, handled.size());
        assertTrue(handled.get(0).contains("Event " + seen.get(0)) && handled.get(0).endsWith("on purpose"), handled.get(0));
    }

    @Test
    void aListOfEventsThatFailsComesAgainWhole() throws Exception {
        List<List<Long>> lists = new CopyOnWriteArrayList<>();
        reader.subscribed();
        for (int i = 0; i < 5; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        start(FAST + "&batching=true", exchange -> {
            List<?> events = exchange.getMessage().getBody(List.class);
            lists.add(events.stream().map(event -> ((Bitrix24ImEvent) event).getId()).toList());
            if (lists.size() == 1) {
                throw new IllegalStateException("on purpose");
            }
        });

        awaitAcknowledged();
        assertEquals(List.of(portal.recorded(7), portal.recorded(7)), lists);
    }

    private void failTwice(Exchange exchange) {
        int attempt = exchange.getMessage().getHeader(Bitrix24ImConstants.ATTEMPT, Integer.class);
        Object redelivery = exchange.getMessage().getPayloadForTrait(MessageTrait.REDELIVERY);
        attempts.add(attempt + " " + ((RedeliveryTraitPayload) redelivery).name());
        if (attempts.size() < 3) {
            failedAt.add(context.getComponent("bitrix24-im", Bitrix24ImComponent.class).nanoTime().getAsLong());
            throw new IllegalStateException("on purpose");
        }
        note(exchange);
    }
}

package io.github.camelbitrix24.im.consumer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.ExceptionHandler;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What happens to events whose exchange ends in an unhandled exception. */
class FailingEventsTest extends RouteTest {

    private final List<Long> attempted = new CopyOnWriteArrayList<>();
    private final List<Integer> numbers = new CopyOnWriteArrayList<>();
    private final Map<Long, Integer> failures = new ConcurrentHashMap<>();

    private void readCounting(String options, Processor work) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + FAST + options).routeId("events").process(e -> {
            attempted.add(id(e));
            numbers.add(e.getMessage().getHeader(Bitrix24ImConstants.ATTEMPT, Integer.class));
        }).process(work).process(e -> note(e)));
    }

    private static long id(Exchange exchange) {
        return exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, Long.class);
    }

    /** Events ending in 7 fail as often. */
    private Processor failing(int times) {
        return e -> {
            if (id(e) % 10 == 7 && failures.merge(id(e), 1, Integer::sum) <= times) {
                throw new IllegalStateException("on purpose");
            }
        };
    }

    private void record(int events) {
        reader.subscribed();
        for (int i = 0; i < events; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void whatFailsTwiceIsDeliveredAThirdTimeAndNothingOvertakesIt() throws Exception {
        record(18);
        readCounting("", failing(2));

        awaitAcknowledged();

        assertEquals(portal.recorded(7), seen);
        List<Long> expected = new ArrayList<>();
        portal.recorded(7).forEach(id -> expected.addAll(id % 10 == 7 ? List.of(id, id, id) : List.of(id)));
        assertEquals(expected, attempted);
        assertEquals(List.of(1, 2, 3, 1), numbers.subList(6, 10));
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void whatAlwaysFailsIsNeverAcknowledgedAndMakesFewRequests() throws Exception {
        record(10);
        readCounting("", failing(Integer.MAX_VALUE));

        await("four attempts", () -> failures.getOrDefault(7L, 0) == 4);

        int calls = portal.calls().size();
        assertTrue(calls <= 12, portal::describe);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L, 6L), seen);
        assertTrue(portal.pending(7).containsAll(List.of(7L, 8L, 9L, 10L)), portal::describe);
        context.getShutdownStrategy().setTimeout(5);
        context.stop();
        assertEquals(List.of(7L, 8L, 9L, 10L), portal.pending(7));
        assertEquals(6, portal.acknowledged(7).size());
    }

    @Test
    void withoutBreakOnFirstErrorItGoesToTheExceptionHandlerAndCountsAsDone() throws Exception {
        List<String> handled = new CopyOnWriteArrayList<>();
        context.getRegistry().bind("handler", new ExceptionHandler() {
            @Override
            public void handleException(Throwable exception) {
                handled.add("" + exception.getMessage());
            }

            @Override
            public void handleException(String message, Throwable exception) {
                handled.add(message + ": " + exception.getMessage());
            }

            @Override
            public void handleException(String message, Exchange exchange, Throwable exception) {
                handled.add(message + ": " + exception.getMessage());
            }
        });
        record(18);
        readCounting("&breakOnFirstError=false&exceptionHandler=#handler", failing(Integer.MAX_VALUE));

        awaitAcknowledged();

        assertEquals(portal.recorded(7), attempted);
        assertEquals(portal.recorded(7).stream().filter(id -> id % 10 != 7).toList(), seen);
        assertEquals(2, handled.size());
        assertTrue(handled.get(0).contains("Event 7 ") && handled.get(0).contains("on purpose"), handled::toString);
    }

    @Test
    void whileAnEventFailsOthersAreStillRecorded() throws Exception {
        record(7);
        readCounting("", failing(1));
        await("one failure", () -> failures.containsKey(7L));
        record(3);

        awaitAcknowledged();

        assertEquals(portal.recorded(7), seen);
    }
}

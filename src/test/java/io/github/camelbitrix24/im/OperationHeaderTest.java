package io.github.camelbitrix24.im;

import java.util.Map;

import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The header CamelBitrix24ImOperation chooses for one message what the endpoint does. */
class OperationHeaderTest extends ProducerTest {

    @Test
    void everyOperationCanBeChosen() {
        String uri = "bitrix24-im:subscribe?dialogId=chat5&method=profile";

        assertEquals(true, result(uri, null, operation("subscribe")));
        assertInstanceOf(Long.class, result(uri, "hello", operation("send")));
        assertEquals("7", ((Map<?, ?>) result(uri, null, operation("call"))).get("ID"));
        assertEquals("[Bitrix24ImEvent]",
                result(uri, null, operation("events")).toString().replaceAll("Event\\[.*]]", "Event]"));
        assertEquals(true, result(uri, null, operation("unsubscribe")));

        assertEquals("[im.v2.Event.subscribe, im.message.add, profile, im.v2.Event.get, im.v2.Event.unsubscribe]",
                portal.calls().stream().map(call -> call.method()).toList().toString());
    }

    @Test
    void theEnumItselfIsTakenToo() {
        assertEquals(true, result("bitrix24-im:call", null,
                Map.of(Bitrix24ImConstants.OPERATION, Bitrix24ImOperation.subscribe)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "sned", "", " ", "Send", "SEND", "im.message.add" })
    void anUnknownOperationIsRefusedWithTheListOfTheKnown(String operation) {
        String why = whyNothingIsSent("bitrix24-im:send?dialogId=chat5", "hello", operation(operation));

        assertTrue(
                why.contains("Unknown operation '" + operation
                             + "'. Use one of: subscribe, unsubscribe, events, send, stream, edit, delete, react,"
                             + " typing, read, history, upload, download, call"),
                why);
    }

    @Test
    void anExchangeThatFailsIsTheOnlyOneThatDoes() {
        Exchange failed = send("bitrix24-im:send?dialogId=chat5", "hello", operation("nothing"));

        assertInstanceOf(IllegalArgumentException.class, failed.getException());
        assertInstanceOf(Long.class, result("bitrix24-im:send?dialogId=chat5", "hello", Map.of()));
    }

    private static Map<String, Object> operation(String name) {
        return Map.of(Bitrix24ImConstants.OPERATION, name);
    }
}

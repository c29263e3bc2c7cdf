package io.github.camelbitrix24.im;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** {@code to: bitrix24-im:events} reads one page now and acknowledges only what the caller's offset says. */
class EventsProducerTest extends ProducerTest {

    @BeforeEach
    void fillTheQueue() {
        reader.subscribed();
        for (int i = 1; i <= 5; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
    }

    @Test
    void withoutHeadersTheWholeQueueIsReadAndNothingIsAcknowledged() {
        Exchange exchange = send("bitrix24-im:events", null, Map.of());

        assertEquals(portal.recorded(7), ids(exchange));
        assertEquals(Map.of("limit", 1000), onlyCall().params());
        assertFalse(onlyCall().body().contains("offset"), onlyCall().body());
        assertEquals(List.of(), portal.acknowledged(7));
        assertEquals(5, portal.pending(7).size());
        assertEquals(false, exchange.getMessage().getHeader(Bitrix24ImConstants.HAS_MORE));
        assertEquals(6L, exchange.getMessage().getHeader(Bitrix24ImConstants.NEXT_OFFSET));
        assertEquals("127.0.0.1:" + portal.port(), exchange.getMessage().getHeader(Bitrix24ImConstants.PORTAL));
    }

    @Test
    void theOffsetOfTheHeaderIsWhatIsAcknowledged() {
        Exchange exchange = send("bitrix24-im:events", null, Map.of(Bitrix24ImConstants.OFFSET, 3L));

        assertEquals(List.of(1L, 2L), portal.acknowledged(7));
        assertEquals(List.of(3L, 4L, 5L), ids(exchange));
    }

    @Test
    void pagesFollowEachOtherByNextOffset() {
        Exchange first = send("bitrix24-im:events?limit=2", null, Map.of());
        assertEquals(true, first.getMessage().getHeader(Bitrix24ImConstants.HAS_MORE));
        Object next = first.getMessage().getHeader(Bitrix24ImConstants.NEXT_OFFSET);

        Exchange second = send("bitrix24-im:events?limit=2", null, Map.of(Bitrix24ImConstants.OFFSET, next));

        assertEquals(List.of(3L, 4L), ids(second));
        assertEquals(List.of(1L, 2L), portal.acknowledged(7));
    }

    @Test
    void anEmptyPageNamesNoNextOffset() {
        Exchange exchange = send("bitrix24-im:events", null, Map.of(Bitrix24ImConstants.OFFSET, 6));

        assertEquals(List.of(), ids(exchange));
        assertEquals(false, exchange.getMessage().getHeader(Bitrix24ImConstants.HAS_MORE));
        assertNull(exchange.getMessage().getHeader(Bitrix24ImConstants.NEXT_OFFSET));
        assertEquals(List.of(), portal.pending(7));
    }

    @Test
    void headersGoOverOptionsAndMayBeText() {
        Exchange exchange = send("bitrix24-im:events?limit=5", null,
                Map.of(Bitrix24ImConstants.OFFSET, "2", Bitrix24ImConstants.LIMIT, "3"));

        assertEquals(List.of(2L, 3L, 4L), ids(exchange));
        assertEquals(Map.of("offset", 2, "limit", 3), onlyCall().params());
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "abc", "", "2147483648" })
    void aLimitThatIsNoneIsRefused(String limit) {
        String why = whyNothingIsSent("bitrix24-im:events", null, Map.of(Bitrix24ImConstants.LIMIT, limit));

        assertTrue(why.contains(Bitrix24ImConstants.LIMIT), why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "0", "1001" })
    void aLimitThatThePortalWouldChangeIsRefused(String limit) {
        String why = whyNothingIsSent("bitrix24-im:events", null, Map.of(Bitrix24ImConstants.LIMIT, limit));

        assertTrue(why.contains(Bitrix24ImConstants.LIMIT), why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "-1", "abc", "", "1.5", "9223372036854775808" })
    void anOffsetThatIsNoneIsRefusedAndAcknowledgesNothing(String offset) {
        String why = whyNothingIsSent("bitrix24-im:events", null, Map.of(Bitrix24ImConstants.OFFSET, offset));

        assertTrue(why.contains(Bitrix24ImConstants.OFFSET), why);
        assertEquals(5, portal.pending(7).size());
    }

    @Test
    void eventIdsAtTheEndOfTheRangeGiveANextOffsetThatThePortalTakes() {
        portal.record(7, Long.MAX_VALUE - 1, "ONIMV2X", "[]");

        Exchange exchange = send("bitrix24-im:events", null, Map.of());
        Object next = exchange.getMessage().getHeader(Bitrix24ImConstants.NEXT_OFFSET);
        assertEquals(Long.MAX_VALUE, next);

        RecordedCall second = after(send("bitrix24-im:events", null, Map.of(Bitrix24ImConstants.OFFSET, next)));
        assertEquals(200, second.status());
        assertEquals(List.of(), portal.pending(7));
    }

    private RecordedCall after(Exchange exchange) {
        assertNull(exchange.getException());
        return portal.calls().get(portal.calls().size() - 1);
    }

    private static List<Long> ids(Exchange exchange) {
        assertNull(exchange.getException());
        List<?> events = assertInstanceOf(List.class, exchange.getMessage().getBody());
        return events.stream().flatMapToLong(event -> LongStream.of(((Bitrix24ImEvent) event).getId())).boxed().toList();
    }
}

package io.github.camelbitrix24.im.rest;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventPageReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An answer with one odd thing in it is read, odd thing by odd thing; a character stands for a byte. */
class OddPagesTest {

    private static final String BEFORE = "{\"result\":{\"events\":[{\"eventId\":1,\"data\":[]},";
    private static final String AFTER
            = ",{\"eventId\":3,\"data\":{\"language\":\"en\"}}],\"hasMore\":false},\"time\":{\"start\":5}}";

    static Stream<String> oddValues() {
        return Stream.of("\"\u00ff\"", "\"a\u00c3(b\"", "\"\u00f5\u0080\u0080\u0080\"", "{\"\u00fe\":1}",
                "\"\u00ed\u00a0\u0080\"",
                "\"\\ud83d\"", "9".repeat(1_500), "9".repeat(30_000), "[".repeat(1_500) + "]".repeat(1_500),
                "{\"a\":".repeat(9_000) + "[]" + "}".repeat(9_000), "\"\u0000\n\"", "\"\\x41\"", "\"\\u00\"", "Infinity", "00");
    }

    @ParameterizedTest
    @MethodSource("oddValues")
    void anEventWithAnOddValueIsThereWithItsBytes(String value) throws RestException {
        String odd = "{\"eventId\":2,\"type\":\"X\",\"data\":{\"message\":{\"text\":\"hi\",\"x\":" + value + "}}}";
        RestAnswer<EventPage> answer = read(BEFORE + odd + AFTER);

        assertEquals(3, answer.result().events().size());
        Bitrix24ImEvent event = answer.result().events().get(1);
        assertEquals(odd, new String(event.toByteArray(), StandardCharsets.ISO_8859_1));
        assertEquals("hi", event.getMessage().getText());
        assertEquals("X", event.toMap().get("type"));
        assertEquals("en", answer.result().events().get(2).getLanguage());
        assertEquals(5, answer.time().start().getEpochSecond());
    }

    static Stream<String> rowsWithoutAnId() {
        return Stream.of("null", "17", "true", "\"text\"", "\"\u00ff\"", "[]", "[{\"eventId\":2}]", "{}", "{\"eventId\":null}",
                "{\"eventId\":\"\"}", "{\"eventId\":\"\u00ff\"}", "{\"eventId\":1.5}", "{\"eventId\":[2]}",
                "{\"eventId\":{\"a\":{\"eventId\":2}}}", "{\"eventId\":9223372036854775808}",
                "{\"eventId\":" + "9".repeat(1_500) + "}",
                "{\"eventId\":false,\"data\":" + "[".repeat(1_500) + "]".repeat(1_500) + "}");
    }

    @ParameterizedTest
    @MethodSource("rowsWithoutAnId")
    void aRowWithoutAnIdIsNamedAndTheOthersAreThere(String row) throws RestException {
        EventPage page = read(BEFORE + row + AFTER).result();

        assertEquals(2, page.events().size());
        assertEquals(1, page.unreadable().size());
        assertTrue(page.unreadable().get(0).contains(row.length() + " bytes"), page.unreadable()::toString);
    }

    private static RestAnswer<EventPage> read(String body) throws RestException {
        HttpAnswer http = new HttpAnswer(200, body.getBytes(StandardCharsets.ISO_8859_1), null);
        return new AnswerReader<>("im.v2.Event.get", http, new EventPageReader()).read(0);
    }
}

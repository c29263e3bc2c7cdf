package io.github.camelbitrix24.im.rest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventPageReader;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An answer that breaks off is a failure wherever it does, and never a shorter page. */
class TruncatedAnswerTest {

    private static final byte[] ANSWER
            = """
                    {"result":{"events":[{"eventId":918273,"type":"ONIMV2MESSAGEDELETE","date":"2026-08-21T14:05:01+03:00","data":\
                    {"messageId":77101}},{"eventId":918279,"type":"ONIMV2MESSAGEADD","date":"2026-08-21T14:05:04+03:00","data":\
                    {"message":{"text":"Привет \\u0026 👍"},"chat":{"id":5},"user":[],"language":"en"}}],"nextOffset":918280,"hasMore":true},\
                    "time":{"start":1787310306,"finish":1787310306.541352,"date_start":"2026-08-21T14:05:06+03:00"}}"""
                    .getBytes(StandardCharsets.UTF_8);

    private static RestAnswer<EventPage> read(byte[] body) throws RestException {
        return new AnswerReader<>("im.v2.Event.get", new HttpAnswer(200, body, null), new EventPageReader()).read(0);
    }

    @Test
    void theWholeAnswerIsRead() throws RestException {
        EventPage page = read(ANSWER).result();

        assertEquals(2, page.events().size());
        assertTrue(page.hasMore());
        assertEquals("Привет & 👍", page.events().get(1).getMessage().getText());
    }

    @Test
    void itIsAFailureAtEveryByte() {
        for (int length = 0; length < ANSWER.length; length++) {
            byte[] cut = Arrays.copyOf(ANSWER, length);
            RestException e = assertThrows(RestException.class, () -> read(cut), () -> "cut to " + cut.length + " bytes");
            assertTrue(e.kind().isTransient(), () -> "cut to " + cut.length + " bytes: " + e.getMessage());
        }
    }

    @Test
    void zerosInsteadOfTheRestAreAFailureToo() {
        for (int length = 0; length < ANSWER.length; length += 7) {
            byte[] zeroed = Arrays.copyOf(Arrays.copyOf(ANSWER, length), ANSWER.length);
            assertThrows(RestException.class, () -> read(zeroed));
        }
    }

    @Test
    void aFailureSaysNothingOfWhatPeopleWrote() {
        RestException e = assertThrows(RestException.class, () -> read(Arrays.copyOf(ANSWER, ANSWER.length - 60)));

        assertTrue(!e.getMessage().contains("Привет") && e.getCause() == null, e.getMessage());
    }
}

package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.Bitrix24ImConverter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** An event that was stored, in whatever form, says the same when it is read again. */
class StoredEventTest {

    private static final int EVENTS = 2_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private static void assertComesBack(Bitrix24ImEvent event, String which) throws IOException {
        Map<String, Object> views = EventViews.of(event);
        Bitrix24ImEvent ofText = Bitrix24ImEvent.of(event.getJson());
        Bitrix24ImEvent ofBytes = Bitrix24ImEvent.of(event.toByteArray());

        assertEquals(views, EventViews.of(ofText), which);
        assertEquals(views, EventViews.of(ofBytes), which);
        assertEquals(views, EventViews.of(Bitrix24ImConverter.toEvent(event.toInputStream())), which);
        assertEquals(views, EventViews.of(Bitrix24ImConverter.toEvent(event.toMap(), null)), which);
        assertEquals(views, EventViews.of(Bitrix24ImEvent.of(event.toJsonNode())), which);
        assertEquals(views, EventViews.of(JSON.readValue(event.getJson(), Bitrix24ImEvent.class)), which);
        assertEquals(event.getJson(), ofText.getJson(), which);
        assertArrayEquals(event.toByteArray(), ofBytes.toByteArray(), which);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "[]", "null", "17", "true", "'text'", "{'message':[],'chat':{'id':5},'user':false}",
            "{'message':{'id':1.0,'text':'\\ud83d half','params':{'REPLY_ID':'9'}},'additionalMessages':[{'id':9,'text':'\\ude00'}]}",
            "{'chat':{'id':9223372036854775808,'dialogId':1.50},'user':{'id':123456789012345678901234567890}}",
            "{'chat':{'id':1e400},'user':{'id':-1e400},'dialogId':1E5,'n':0.1234567890123456789012345678901}",
            "{'message':{'authorId':7},'message':{'id':8},'user':{'id':7,'type':'user'},'user':[]}",
            "{'chat':{'id':7,'dialogId':'chat7'},'chat':null,'messageId':5,'message':{'id':6},'messageId':4}",
            "{'\\ud83d':{'':[]},'a':1,'a':2}", "{'text':'\\u0000\\u2028\\\\\\''}" })
    void alsoAnOddOne(String data) throws IOException {
        assertComesBack(Pages.event("NEW", data.replace('\'', '"').replace("\\\"", "\\u0027")), data);
        assertComesBack(Pages.event("ONIMV2MESSAGEADD", data.replace('\'', '"').replace("\\\"", "\\u0027")), data);
    }

    @Test
    void alsoARandomOne() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        RandomJson random = new RandomJson(new Random(seed), true);
        for (int i = 0; i < EVENTS; i++) {
            String json = random.event();
            assertComesBack(Pages.events(json).get(0), "-Dseed=" + seed + ", event " + i + ": " + json);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 100, 900, 1_500 })
    void alsoADeepOne(int depth) throws IOException {
        String json = "{\"eventId\":1,\"data\":{\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + ",\"language\":\"en\"}}";
        Bitrix24ImEvent event = Bitrix24ImEvent.of(json);

        assertEquals(json, event.getJson());
        assertEquals("en", event.getLanguage());
        assertEquals(EventViews.of(event), EventViews.of(Bitrix24ImEvent.of(event.toByteArray())));
        assertEquals("en", Bitrix24ImConverter.toEvent(event.toMap(), null).getLanguage());
    }

    @Test
    void bytesThatAreNotUtf8StayAsTheyAre() throws IOException {
        byte[] json
                = "{\"eventId\":1,\"type\":\"NEW\",\"data\":{\"message\":{\"text\":\"a?b\"}}}".getBytes(StandardCharsets.UTF_8);
        json[new String(json, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xff;
        Bitrix24ImEvent event = Bitrix24ImEvent.of(json);

        assertArrayEquals(json, event.toByteArray());
        assertEquals("a\ufffdb", event.getMessage().getText());
        assertEquals(EventViews.of(event), EventViews.of(Bitrix24ImEvent.of(event.getJson())));
    }

    @Test
    void aHalfSurrogateInATextOfJavaSurvives() {
        assertEquals("\ud83d half",
                Bitrix24ImEvent.of("{\"eventId\":1,\"data\":{\"message\":{\"text\":\"\ud83d half\"}}}").getMessage().getText());
    }

    @Test
    void spaceAroundItAndAByteOrderMarkDoNotMatter() {
        assertEquals("{\"eventId\":1}", Bitrix24ImEvent.of(" \n{\"eventId\":1}\r\n").getJson());
        Bitrix24ImEvent event = Bitrix24ImEvent.of("\ufeff{\"eventId\":1,\"data\":{\"language\":\"en\"}}");
        assertEquals("{\"eventId\":1,\"data\":{\"language\":\"en\"}}", event.getJson());
        assertEquals("en", event.getLanguage());
    }

    @Test
    void whatBecomesOfTheBytesLaterDoesNotMatter() {
        byte[] json = "{\"eventId\":1}".getBytes(StandardCharsets.UTF_8);
        Bitrix24ImEvent event = Bitrix24ImEvent.of(json);
        json[0] = 'x';

        assertEquals("{\"eventId\":1}", event.getJson());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``                            | it is empty", "`  `                        | it is empty",
            "secret                        | it is not JSON in UTF-8 from line 1, column",
            "{'eventId':5                  | it is not JSON in UTF-8 from line 1, column",
            "{'eventId':5}}                | it is not JSON in UTF-8 from line 1, column",
            "{'eventId':5} {'eventId':6}   | something follows the end of its JSON",
            "[{'eventId':5}]               | it is a list, whose elements may be events: split it first",
            "{}                            | no event id that can be read (id none, type null, date null, 2 bytes",
            "{'eventId':'x','type':'NEW'}  | no event id that can be read (id x, type NEW",
            "{'eventId':9223372036854775808} | no event id that can be read (id 9223372036854775808",
            "{'result':{'events':[]}}      | no event id that can be read (id none",
            "'secret'                      | no event id that can be read (id none", "17 | no event id", "null | no event id" })
    void nonsenseIsRefusedAndSaidWhatIsExpected(String json, String why) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> Bitrix24ImEvent.of(json.replace('\'', '"')));

        assertTrue(refusal.getMessage().startsWith("This is no event of Bitrix24: "), refusal::getMessage);
        assertTrue(refusal.getMessage().contains(why), refusal::getMessage);
        assertTrue(refusal.getMessage().contains("a whole number in the field eventId"), refusal::getMessage);
        assertFalse(refusal.getMessage().contains("secret"), refusal::getMessage);
    }

    @Test
    void bytesInAnotherCharsetAreRefused() {
        byte[] json = "{\"eventId\":1}".getBytes(StandardCharsets.UTF_16);

        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Bitrix24ImEvent.of(json));
        assertTrue(refusal.getMessage().contains("UTF-8"), refusal::getMessage);
    }
}

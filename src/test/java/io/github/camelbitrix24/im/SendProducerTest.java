package io.github.camelbitrix24.im;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SendProducerTest extends ProducerTest {

    private static final String TO_CHAT5 = "bitrix24-im:send?dialogId=chat5";

    @ParameterizedTest
    @ValueSource(strings = {
            "hello", "Привет, как дела?", "&<>\"'/\\", "<b>x</b> & \"y\" 'z'", "👍🏽 👨‍👩‍👧 \uD83D\uDCCE", "{\"a\":[1]}",
            "null", "[]",
            "first\nsecond\r\n\tthird", "\u00a0\u2028\u0007", " blanks around ", "日本語 العربية ไทย", "[B]bold[/B]", "%20+&a=b",
            "\\u0041", "0", "true" })
    void theTextArrivesUnchanged(String text) {
        Object id = result(TO_CHAT5, text, Map.of());

        assertInstanceOf(Long.class, id);
        assertEquals(1, portal.sent().size());
        assertEquals(text, portal.sent().get(0).text());
        assertEquals("chat5", portal.sent().get(0).dialogId());
        assertEquals(7, portal.sent().get(0).userId());
        assertEquals(portal.sent().get(0).id(), id);
        assertEquals("im.message.add", onlyCall().method());
    }

    @Test
    void theHeaderGoesOverTheOption() {
        portal.chat("chat6").members(7, 12);

        result(TO_CHAT5, "to the other", Map.of(Bitrix24ImConstants.DIALOG_ID, "chat6"));
        result("bitrix24-im:send", "to a person", Map.of(Bitrix24ImConstants.DIALOG_ID, "12"));
        result("bitrix24-im:send", "by number", Map.of(Bitrix24ImConstants.DIALOG_ID, 12L));

        assertEquals(List.of("chat6", "12", "12"), portal.sent().stream().map(sent -> sent.dialogId()).toList());
    }

    @Test
    void bodiesThatCamelTurnsIntoTextAreSent() {
        byte[] text = "Grüße 📎".getBytes(StandardCharsets.UTF_8);

        result(TO_CHAT5, new StringBuilder("Grüße 📎"), Map.of());
        result(TO_CHAT5, text, Map.of());
        result(TO_CHAT5, new ByteArrayInputStream(text), Map.of());
        result(TO_CHAT5, 4417, Map.of());

        assertEquals(List.of("Grüße 📎", "Grüße 📎", "Grüße 📎", "4417"),
                portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "\n\t " })
    void anEmptyTextIsRefused(String text) {
        String why = whyNothingIsSent(TO_CHAT5, text, Map.of());

        assertTrue(why.contains("No text to send"), why);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void aMissingDialogIsRefusedWithWhereToNameIt(String dialog) {
        Map<String, Object> headers = dialog == null ? Map.of() : Map.of(Bitrix24ImConstants.DIALOG_ID, dialog);

        String why = whyNothingIsSent("bitrix24-im:send", "hello", headers);

        assertTrue(why.contains(Bitrix24ImConstants.DIALOG_ID) && why.contains("dialogId"), why);
    }

    @Test
    void theLongestTextThatThePortalKeepsIsSentAndALongerOneIsRefused() {
        String longest = "ж".repeat(20_000);

        String why = whyNothingIsSent(TO_CHAT5, longest + "!", Map.of());
        assertTrue(why.contains("20001 characters"), why);

        result(TO_CHAT5, longest, Map.of());
        assertEquals(longest, portal.sent().get(0).text());
    }

    @Test
    void theEchoOfWhatWasSentHasTheIdThatWasReturned() {
        reader.subscribed();

        Object id = result(TO_CHAT5, "hello", Map.of());

        assertEquals(List.of(id), portal.chat("chat5").messages());
        assertEquals(1, portal.pending(7).size());
    }

    @Test
    void headersOfTheMessageStay() {
        var exchange = send(TO_CHAT5, "hello", Map.of("order", "4417", Bitrix24ImConstants.CHAT_ID, 5L));

        assertEquals(Map.of("order", "4417", Bitrix24ImConstants.CHAT_ID, 5L), exchange.getMessage().getHeaders());
    }
}

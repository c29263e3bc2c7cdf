package io.github.camelbitrix24.im.operation;

import java.math.BigInteger;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** An operation without what it needs says where to put that, and what it looks like. */
class MissingInputTest extends ConversationTest {

    @ParameterizedTest
    @CsvSource({
            "send, CamelBitrix24ImDialogId, chat5", "typing, CamelBitrix24ImDialogId, chat5",
            "history, dialogId, chat5", "edit, CamelBitrix24ImSentMessageId, 8802",
            "delete, CamelBitrix24ImSentMessageId, 8802",
            "react, CamelBitrix24ImMessageId, 8802", "read, CamelBitrix24ImMessageId, 8802" })
    void itNamesTheHeaderAndShowsAnExample(String operation, String name, String example) {
        String why = whyNothingIsSent("bitrix24-im:" + operation, "text", Map.of());

        assertTrue(why.contains(name) && why.contains(example), why);
    }

    @ParameterizedTest
    @CsvSource({
            "edit, CamelBitrix24ImSentMessageId, 0", "delete, CamelBitrix24ImSentMessageId, chat5",
            "react, CamelBitrix24ImMessageId, -1", "read, CamelBitrix24ImMessageId, 1.5" })
    void whatIsNoIdIsRefused(String operation, String header, String value) {
        String why = whyNothingIsSent("bitrix24-im:" + operation, "text", Map.of(header, value));

        assertTrue(why.contains(header), why);
    }

    static List<Object> noDialogs() {
        return List.of(List.of("chat5"), Map.of("chat", 5), -5, 0, "chat", "chat-5", "chat5,chat6", "a@b@c", true);
    }

    @ParameterizedTest
    @MethodSource("noDialogs")
    void whatIsNoDialogIsRefused(Object dialog) {
        for (String operation : List.of("send", "typing", "history")) {
            String why = whyNothingIsSent("bitrix24-im:" + operation, "text", Map.of(DIALOG, dialog));

            assertTrue(why.contains(DIALOG) && why.contains("dialogId") && why.contains("chat5"), why);
        }
    }

    @Test
    void aDialogThatThePortalDoesNotKnowIsNamed() {
        portal.fail("im.message.add", Fault.error("CHAT_ID"));
        String why = why("bitrix24-im:send?dialogId=chat77", "text", Map.of());

        assertTrue(why.contains(DIALOG) && why.contains("chat5"), why);
    }

    static List<Object> noIds() {
        return List.of(8802.7, new BigInteger("18446744073709552617"), Double.NaN, new Date(), List.of(8802), true, "",
                "8802.7");
    }

    @ParameterizedTest
    @MethodSource("noIds")
    void whatIsNoWholeNumberIsNotMadeOne(Object id) {
        String why = whyNothingIsSent("bitrix24-im:react", "text", Map.of(MESSAGE, id));

        assertTrue(why.contains(MESSAGE) && why.contains("8802"), why);
    }

    @Test
    void anObjectThatIsNoDataIsNoKeyboard() {
        String why = whyNothingIsSent(
                "bitrix24-im:send?dialogId=chat5", "text", Map.of(Bitrix24ImConstants.KEYBOARD, new Object()));

        assertTrue(why.contains(Bitrix24ImConstants.KEYBOARD) && why.contains("LINK"), why);
    }

    @ParameterizedTest
    @CsvSource({ "edit", "send" })
    void aBodyThatIsNoTextIsRefused(String operation) {
        String why = whyNothingIsSent("bitrix24-im:" + operation, Map.of("a", 1), Map.of(SENT, 5, DIALOG, "chat5"));

        assertTrue(why.contains("setBody"), why);
    }
}

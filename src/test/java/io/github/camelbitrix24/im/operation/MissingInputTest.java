package io.github.camelbitrix24.im.operation;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({ "edit", "send" })
    void aBodyThatIsNoTextIsRefused(String operation) {
        String why = whyNothingIsSent("bitrix24-im:" + operation, Map.of("a", 1), Map.of(SENT, 5, DIALOG, "chat5"));

        assertTrue(why.contains("setBody"), why);
    }
}

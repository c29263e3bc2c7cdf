package io.github.camelbitrix24.im.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.StoredFile;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LongTextAsFileTest extends ConversationTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat5&longText=file";
    private static final String TEXT = "Привет, **мир** 🎉 ".repeat(2_000);

    @BeforeEach
    void allow() {
        reader.scopes("im", "disk");
    }

    private List<StoredMessage> own() {
        return portal.transcript().of("chat5").stream().filter(message -> message.authorId() == 7).toList();
    }

    private StoredFile file(StoredMessage message) {
        assertEquals(1, message.files().size());
        return portal.disk().file(Long.parseLong(message.files().get(0)));
    }

    @Test
    void aLongTextIsAFileWithItsBeginningAsTheMessage() {
        portal.fail("im.disk.file.commit", Fault.droppedAfterActing(), 1);
        Exchange done = send(SEND, TEXT, Map.of());

        assertEquals(1, own().size());
        StoredMessage message = own().get(0);
        assertEquals(message.id(), done.getMessage().getBody());
        assertEquals(message.id(), done.getMessage().getHeader(SENT));
        assertTrue(message.text().startsWith("Привет, **мир** 🎉 ") && message.text().endsWith(" ..."), message.text());
        assertTrue(message.text().length() < 1_100, message.text());
        assertEquals("message.txt", file(message).name());
        assertEquals(TEXT, new String(file(message).bytes(), StandardCharsets.UTF_8));
        assertEquals(file(message).id(), done.getMessage().getHeader(Bitrix24ImConstants.FILE_ID));
    }

    @Test
    void itIsCalledWhatTheRouteCallsItAndIsWrittenAsItWas() {
        result(SEND + "&textFormat=markdown", TEXT, Map.of());
        result(SEND, TEXT, Map.of(Exchange.FILE_NAME, "logs/all.log"));

        assertEquals("message.md", file(own().get(0)).name());
        assertTrue(own().get(0).text().contains("[b]мир[/b]"), own().get(0).text());
        assertTrue(new String(file(own().get(0)).bytes(), StandardCharsets.UTF_8).contains("**мир**"));
        assertEquals("all.log", file(own().get(1)).name());
    }

    @Test
    void aShortTextIsAMessage() {
        result(SEND, "short", Map.of());

        assertEquals(List.of(), own().get(0).files());
        assertEquals("short", own().get(0).text());
    }

    @Test
    void aReplyWithButtonsIsAMessageOfItsOwnBeforeTheFile() {
        portal.fail("im.v2.Chat.Message.send", Fault.droppedAfterActing(), 1);
        portal.fail("im.disk.file.commit", Fault.droppedAfterActing(), 1);
        Object id = result(SEND + "&reply=true", TEXT,
                Map.of(MESSAGE, question, Bitrix24ImConstants.KEYBOARD,
                        "[{\"TEXT\":\"Open\",\"LINK\":\"https://acme.example/\"}]"));

        assertEquals(2, own().size());
        assertEquals(own().get(0).id(), id);
        assertEquals(question, own().get(0).replyTo());
        assertEquals(TEXT.length(), new String(file(own().get(1)).bytes(), StandardCharsets.UTF_8).length());
    }

    @Test
    void aStreamIsSplitAndAnEditRefused() {
        long id = (Long) result("bitrix24-im:stream?dialogId=chat5&longText=file", TEXT, Map.of());
        assertEquals(List.of(), portal.message(id).files());

        String why = why("bitrix24-im:edit?longText=file", TEXT, Map.of(SENT, id));
        assertTrue(why.contains("longText"), why);
    }
}

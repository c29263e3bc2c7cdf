package io.github.camelbitrix24.im.testkit;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B23DialogTest extends PortalTest {

    private static final String WRITING = "im.dialog.writing";
    private static final String READ = "im.dialog.read";

    @BeforeEach
    void open() {
        portal.clock().freeze();
        portal.chat("chat5").members(7, 12);
    }

    @Test
    void thatSomebodyIsWritingIsSeenAndLeavesNoEvent() throws Exception {
        marco.subscribed();
        assertEquals("true", result(ilse, WRITING, "{\"dialog_id\":\"chat5\"}").toString());
        result(ilse, WRITING, "{\"DIALOG_ID\":\"12\"}");
        result(ilse, "im.v2.Chat.InputAction.notify", "{\"dialogId\":\"chat5\",\"type\":\"recordingVoice\"}");
        result(ilse, "im.v2.Chat.InputAction.notify", "{\"dialogId\":\"chat5\",\"type\":\"juggling\"}");
        assertEquals(List.of("chat5", "12", "chat5", "chat5"),
                portal.transcript().typing().stream().map(TypingNotice::dialogId).toList());
        assertEquals(List.of("writing", "writing", "recordingVoice", "writing"),
                portal.transcript().typing().stream().map(TypingNotice::type).toList());
        assertEquals(new TypingNotice(7, "chat5", 5, "writing", null, portal.clock().now()),
                portal.transcript().typing().get(0));
        assertEquals(List.of(), portal.recorded(12));
    }

    @ParameterizedTest
    @ValueSource(strings = { "chat6", "chat1111", "4711", "19" })
    void whereOneMayNotWriteOneIsNotSeenWriting(String dialogId) throws Exception {
        portal.chat("chat6").members(12);
        portal.user(19);
        ilse.withoutAccessTo(19);
        assertError(403, "ACCESS_ERROR", "Action unavailable", call(ilse, WRITING, "{\"DIALOG_ID\":\"" + dialogId + "\"}"));
        assertEquals(List.of(), portal.transcript().typing());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"DIALOG_ID\":\"\"}", "{\"DIALOG_ID\":\"somebody\"}", "{\"DIALOG_ID\":\"chat0\"}" })
    void whatIsNoDialogIsRefused(String body) throws Exception {
        for (String method : List.of(WRITING, READ, "im.dialog.messages.get")) {
            assertError(400, "DIALOG_ID_EMPTY", "Dialog ID can't be empty", call(ilse, method, body));
        }
    }

    @Test
    void readingIsTold() throws Exception {
        long first = marco.says("chat5", "one");
        long second = marco.says("chat5", "two");
        assertEquals("{\"dialogId\":\"chat5\",\"chatId\":5,\"lastId\":" + first + ",\"counter\":1,\"viewedMessages\":["
                     + first + "]}",
                result(ilse, READ, "{\"DIALOG_ID\":\"chat5\",\"MESSAGE_ID\":" + first + "}").toString());
        assertEquals("{\"dialogId\":\"chat5\",\"chatId\":5,\"lastId\":" + second + ",\"counter\":0,\"viewedMessages\":["
                     + second + "]}",
                result(ilse, READ, "{\"DIALOG_ID\":\"chat5\"}").toString());
        assertEquals("[]",
                result(ilse, READ, "{\"DIALOG_ID\":\"chat5\",\"LAST_ID\":" + first + "}").get("viewedMessages").toString());
        assertEquals(List.of(7L), portal.message(second).viewed());
        assertEquals(List.of(first, second, second),
                portal.transcript().readMarks().stream().map(ReadMark::lastId).toList());
    }

    @Test
    void whatCannotBeReadIsAnsweredWithFalse() throws Exception {
        portal.chat("chat6").members(12);
        assertEquals("false", result(ilse, READ, "{\"DIALOG_ID\":\"chat6\",\"MESSAGE_ID\":5}").toString());
        assertEquals(List.of(), portal.transcript().readMarks());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"BOT_ID\":51,\"COMMAND\":\"vote\" | MESSAGE_ID_ERROR", "\"MESSAGE_ID\":1,\"COMMAND\":\"vote\" | BOT_ID_ERROR",
            "\"MESSAGE_ID\":1,\"BOT_ID\":12,\"COMMAND\":\"vote\" | BOT_ID_ERROR",
            "\"MESSAGE_ID\":1,\"BOT_ID\":51 | COMMAND_ERROR",
            "\"MESSAGE_ID\":1,\"BOT_ID\":51,\"COMMAND\":\"vote\" | PARAMS_ERROR" })
    void aPressNeedsAMessageABotAndACommand(String fields, String code) throws Exception {
        portal.user(51).bot();
        var response = call(ilse, "im.message.command", "{" + fields + "}");
        assertEquals(400, response.statusCode());
        assertEquals(code, json(response.body()).get("error").textValue());
    }

    @Test
    void aPressInAGroupMayCarryAnyParameters() throws Exception {
        EmulatedUser bot = portal.user(51).bot();
        long id = bot.says("chat5", "vote");
        assertEquals("true", press(id));
        assertEquals(List.of(new ButtonPress(7, id, 51, "vote", "yes; no")), portal.transcript().presses());
    }

    @Test
    void inAPrivateDialogOnlyAFormPresses() throws Exception {
        EmulatedUser bot = portal.user(51).bot();
        long id = bot.says("7", "vote");
        assertEquals("true", press(id));
        assertEquals(List.of(), portal.transcript().presses());
        post(ilse.webhook() + "im.message.command", "application/x-www-form-urlencoded",
                "MESSAGE_ID=" + id + "&BOT_ID=51&COMMAND=vote&COMMAND_PARAMS=yes");
        assertEquals(List.of(new ButtonPress(7, id, 51, "vote", "yes")), portal.transcript().presses());
        portal.behave(Behaviour.PrivateButtons.ANY_BODY);
        press(id);
        assertEquals(2, portal.transcript().presses().size());
    }

    private String press(long id) throws Exception {
        return result(ilse, "im.message.command",
                "{\"MESSAGE_ID\":" + id + ",\"BOT_ID\":51,\"COMMAND\":\"/vote\",\"COMMAND_PARAMS\":\"yes; no\"}").toString();
    }
}

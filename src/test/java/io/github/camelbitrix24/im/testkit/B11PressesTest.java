package io.github.camelbitrix24.im.testkit;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class B11PressesTest extends BotPortalTest {

    private static final String BUTTONS = "'keyboard':[{'TEXT':'Approve','COMMAND':'cb','COMMAND_PARAMS':'ok:T-9','BLOCK':'Y'},"
                                          + "{'TEXT':'Off','COMMAND':'cb','DISABLED':'Y'},{'TEXT':'Say','ACTION':'SEND',"
                                          + "'ACTION_VALUE':'/cb hello'},"
                                          + "{'TEXT':'Look','LINK':'https://a.example/'}]";

    @BeforeEach
    void registerCommand() {
        desk.command("cb", "Callback");
    }

    private long asked(String dialogId) throws Exception {
        return answer(SEND, "'dialogId':'" + dialogId + "','fields':{'message':'T-9?'," + BUTTONS + "}").get("id")
                .longValue();
    }

    @Test
    void aPressIsACommandAboutTheBotsOwnMessage() throws Exception {
        long id = asked("chat5");
        marco.presses(id, "Approve");
        JsonNode data = last(desk).get("data");
        assertEquals("{\"id\":" + desk.commands().get(0).id()
                     + ",\"command\":\"/cb\",\"params\":\"ok:T-9\",\"context\":\"keyboard\"}",
                data.get("command").toString());
        assertEquals(id, data.at("/message/id").longValue());
        assertEquals(desk.id(), data.at("/message/authorId").longValue());
        assertEquals(12, data.at("/user/id").longValue());
        assertEquals("chat5", data.at("/chat/dialogId").textValue());
        assertEquals(List.of(new ButtonPress(12, id, desk.id(), "cb", "ok:T-9")), portal.transcript().presses());
    }

    @Test
    void inAPrivateDialogTheChatIsNotTold() throws Exception {
        long id = asked("12");
        marco.presses(id, "Approve");
        JsonNode data = last(desk).get("data");
        assertEquals("[]", data.get("chat").toString());
        assertEquals("12:" + desk.id(), portal.message(id).dialogId());
        assertEquals(12, data.at("/user/id").longValue());
    }

    @Test
    void aKeyboardLocksNobodyOut() throws Exception {
        long id = asked("chat5");
        marco.presses(id, "Approve").presses(id, "Approve");
        assertEquals(List.of("ONIMBOTV2COMMANDADD", "ONIMBOTV2COMMANDADD"), types(desk));
    }

    @Test
    void anybodyMaySendAnyParameters() throws Exception {
        long id = asked("chat5");
        marco.presses(id, desk.id(), "cb", "ok:T-10");
        result(ilse, "im.message.command",
                "{\"MESSAGE_ID\":" + id + ",\"BOT_ID\":" + desk.id() + ",\"COMMAND\":\"cb\",\"COMMAND_PARAMS\":\"ok:T-11\"}");
        assertEquals(List.of("ok:T-10", "ok:T-11"), events(desk).findValuesAsText("params").stream()
                .filter(params -> params.startsWith("ok")).toList());
    }

    @Test
    void inAPrivateDialogAnApplicationPressesWithAFormOnly() throws Exception {
        long id = asked("7");
        String command = "im.message.command";
        result(ilse, command, "{\"MESSAGE_ID\":" + id + ",\"BOT_ID\":" + desk.id() + ",\"COMMAND\":\"cb\"}");
        assertEquals(List.of("ONIMBOTV2JOINCHAT"), types(desk));
        post(ilse.webhook() + command, "application/x-www-form-urlencoded",
                "MESSAGE_ID=" + id + "&BOT_ID=" + desk.id() + "&COMMAND=cb&COMMAND_PARAMS=ok");
        assertEquals("ok", last(desk).at("/data/command/params").textValue());
        assertEquals("[]", last(desk).at("/data/chat").toString());
    }

    @Test
    void whatIsNoCommandOfTheBotRaisesNothing() throws Exception {
        long id = asked("chat5");
        marco.presses(id, desk.id(), "unknown", "x").presses(id, "Look");
        assertEquals(List.of(), types(desk));
    }

    @Test
    void aButtonThatSendsSpeaksInThePersonsName() throws Exception {
        marco.presses(asked("chat5"), "Say");
        JsonNode data = last(desk).get("data");
        assertEquals("textarea", data.at("/command/context").textValue());
        assertEquals(12, data.at("/message/authorId").longValue());
    }

    @Test
    void whatIsNotThereOrDisabledCannotBePressed() throws Exception {
        long id = asked("chat5");
        for (String text : List.of("Off", "Reject")) {
            assertThrows(IllegalArgumentException.class, () -> marco.presses(id, text));
        }
    }

    @Test
    void anItemOfAMenuHasAContextOfItsOwn() throws Exception {
        long id = result(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"x\",\"BOT_ID\":" + desk.id()
                                                 + ",\"MENU\":[{\"TEXT\":\"More\","
                                                 + "\"COMMAND\":\"cb\",\"COMMAND_PARAMS\":\"m\"}]}")
                .longValue();
        marco.chooses(id, "More");
        assertEquals("menu", last(desk).at("/data/command/context").textValue());
    }
}

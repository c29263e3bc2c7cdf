package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B20CommandMethodsTest extends BotPortalTest {

    private static final String REGISTER = "imbot.v2.Command.register";
    private static final String ANSWER = "imbot.v2.Command.answer";

    private long registered(String fields) throws Exception {
        return answer(REGISTER, "'fields':{" + fields + "}").at("/command/id").longValue();
    }

    @Test
    void aCommandIsRegisteredOnce() throws Exception {
        JsonNode result = answer(REGISTER,
                "'fields':{'command':'/room','title':{'en':'Books','de':'Bucht'},'params':{'en':'number'},'common':'Y'}");
        long id = result.at("/command/id").longValue();
        assertEquals("{\"command\":{\"id\":" + id + ",\"botId\":" + desk.id() + ",\"command\":\"\\/room\",\"common\":true,"
                     + "\"hidden\":false,\"extranetSupport\":false}}",
                result.toString().replace("\"/room\"", "\"\\/room\""));
        assertEquals(id, registered("'command':'room','title':{'en':'Other'},'hidden':true"));
        assertEquals(List.of(new BotCommand(
                id, desk.id(), "room", Map.of("en", "Books", "de", "Bucht"), Map.of("en", "number"), true, false, false)),
                desk.commands());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'command':'room','title':{'en':'x'} | COMMAND_REQUIRED", "'fields':{'command':'/'} | COMMAND_REQUIRED",
            "'fields':{'command':5} | COMMAND_NAME_INVALID", "'fields':{'command':'room'} | COMMAND_TITLE_REQUIRED",
            "'fields':{'command':'room','title':'x'} | COMMAND_TITLE_REQUIRED" })
    void whatIsMissingIsTold(String more, String code) throws Exception {
        refused(code, ask(REGISTER, more));
        assertEquals(List.of(), desk.commands());
    }

    @Test
    void aHiddenCommandNeedsNoTitle() throws Exception {
        registered("'command':'cb','hidden':'Y'");
        assertEquals(true, desk.commands().get(0).hidden());
    }

    @Test
    void anUpdateChangesWhatIsNamed() throws Exception {
        String id = "'commandId':" + registered("'command':'room','title':{'en':'Books','de':'Bucht'}");
        registered("'command':'help','title':{'en':'Tells'}");
        String update = "imbot.v2.Command.update";
        answer(update, id + ",'fields':{'title':{'en':'Reserves','de':null},'params':{'en':'number'}}");
        assertEquals(Map.of("en", "Reserves"), desk.commands().get(0).title());
        assertEquals(Map.of("en", "number"), desk.commands().get(0).params());
        answer(update, id + ",'fields':{'params':{'en':'other'},'common':true}");
        assertEquals(Map.of("en", "number"), desk.commands().get(0).params());
        assertEquals("/book", answer(update, id + ",'fields':{'command':'book'}").at("/command/command").textValue());
        refused("COMMAND_ALREADY_EXISTS", ask(update, id + ",'fields':{'command':'help'}"));
        refused("COMMAND_NAME_EMPTY", ask(update, id + ",'fields':{'command':''}"));
        refused("COMMAND_NAME_INVALID", ask(update, id + ",'fields':{'command':[]}"));
        refused("COMMAND_TITLE_INVALID", ask(update, id + ",'fields':{'title':'x'}"));
        refused("COMMAND_NOT_FOUND", ask(update, "'commandId':1,'fields':{}"));
    }

    @Test
    void theListHasTheMessengersOwnAndAShapeOfItsOwn() throws Exception {
        long id = registered("'command':'room','title':{'en':'Books'},'common':true");
        JsonNode commands = answer("imbot.v2.Command.list", "").get("commands");
        assertEquals(List.of("/me", "/loud", ">>", "/rename", "/getDialogId", "/webrtcDebug", "/room"),
                commands.findValuesAsText("command"));
        assertEquals("def0", commands.at("/0/id").textValue());
        assertEquals(0, commands.at("/0/botId").intValue());
        assertEquals(List.of("id", "botId", "command", "category", "common", "context", "title", "params", "extranet"),
                keys(commands.get(6)));
        assertEquals(List.of(Long.toString(id), "\"Y\"", "\"Books\"", "\"N\""),
                List.of("id", "common", "title", "extranet").stream().map(name -> commands.get(6).get(name).toString())
                        .toList());
    }

    @Test
    void aCommandIsTakenBack() throws Exception {
        long id = registered("'command':'room','title':{'en':'Books'}");
        done("imbot.v2.Command.unregister", "'commandId':" + id);
        refused("COMMAND_NOT_FOUND", ask("imbot.v2.Command.unregister", "'commandId':" + id));
        assertEquals(List.of(), desk.commands());
    }

    @Test
    void forTenMinutesACommandIsAnswered() throws Exception {
        portal.clock().freeze();
        long id = registered("'command':'room','title':{'en':'Books'}");
        String answer = "'commandId':" + id + ",'messageId':" + marco.says("chat5", "/room 4")
                        + ",'fields':{'message':'free'}";
        done(ANSWER, answer);
        assertEquals(List.of("free"), desk.sent().stream().map(SentMessage::text).toList());
        portal.clock().advance(Duration.ofMinutes(10).minusSeconds(1));
        done(ANSWER, answer);
        assertEquals(2, desk.sent().size());
        portal.clock().advance(Duration.ofSeconds(1));
        done(ANSWER, answer);
        assertEquals(2, desk.sent().size());
        assertEquals(3, portal.transcript().of("chat5").size());
    }

    @Test
    void whereTheBotIsNotItsAnswerIsANote() throws Exception {
        portal.chat("chat6").members(7, 12);
        long id = registered("'command':'room','title':{'en':'Books'},'common':true");
        done(ANSWER, "'commandId':" + id + ",'messageId':" + marco.says("chat6", "/room 4") + ",'fields':{'message':'free'}");
        StoredMessage note = portal.transcript().of("chat6").get(1);
        assertEquals(0, note.authorId());
        assertEquals("[b]Desk helper[/b]\nfree", note.text());
    }

    @Test
    void whatDoesNotFitIsRefused() throws Exception {
        long id = registered("'command':'room','title':{'en':'Books'}");
        refused("COMMAND_ANSWER_FAILED", ask(ANSWER, "'commandId':1,'messageId':1,'fields':{'message':'x'}"));
        refused("COMMAND_ANSWER_FAILED", ask(ANSWER, "'commandId':" + id + ",'messageId':1,'fields':{'message':'x'}"));
    }
}

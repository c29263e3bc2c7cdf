package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What people do in chats, and how they see them. */
class C02TalkingTest extends ControlTest {

    @Test
    void whoIsBusyIsShownUntilHeSpeaksOrSomeTimeHasPassed() throws Exception {
        portal.clock().freeze();
        portal.chat("chat5").members(7, 12);
        result(ilse, "im.dialog.writing", "{\"DIALOG_ID\":\"chat5\"}");
        result(ilse, "im.dialog.writing", "{\"DIALOG_ID\":\"12\"}");
        assertEquals(List.of("writing"), texts(look("typing?as=12&dialog=chat5"), "type"));
        assertEquals(List.of("7"), texts(look("state?as=12&dialog=7").get("typing"), "userId"));
        assertEquals(0, look("typing?as=7&dialog=chat5").size(), "nobody is told of himself");

        portal.clock().advance(Duration.ofSeconds(1));
        ilse.says("chat5", "there");
        assertEquals(0, look("typing?as=12&dialog=chat5").size());
        assertEquals(1, look("typing?as=12&dialog=7").size());
        portal.clock().advance(Duration.ofSeconds(30));
        assertEquals(0, look("typing?as=12&dialog=7").size());
    }

    @Test
    void whatIsSaidEditedAndDeletedIsInTheChatAndInTheQueue() throws Exception {
        ilse.subscribed();
        long id = message(done("say", "{'as':12,'dialog':'chat5','text':'who takes it?'}"));
        done("edit", "{'as':12,'message':" + id + ",'text':'who takes the call?'}");
        JsonNode said = look("messages?as=7&dialog=chat5").get(0);
        assertEquals("who takes the call?", said.get("text").textValue());
        assertTrue(said.get("edited").booleanValue());
        assertEquals(12, said.get("authorId").longValue());

        done("read", "{'as':7,'dialog':'chat5'}");
        done("delete", "{'as':12,'message':" + id + "}");
        assertTrue(look("messages?as=7&dialog=chat5").get(0).get("deleted").booleanValue());
        assertEquals(List.of("ONIMV2MESSAGEADD", "ONIMV2MESSAGEUPDATE", "ONIMV2MESSAGEDELETE"),
                texts(look("queues").at("/0/latest"), "type"));
    }

    @Test
    void repliesCommentsAndReactionsAreSeen() throws Exception {
        long id = message(done("say", "{'as':12,'dialog':'7','text':'lunch?'}"));
        long reply = message(done("reply", "{'as':7,'message':" + id + ",'text':'yes'}"));
        done("react", "{'as':7,'message':" + id + ",'reaction':'like'}");
        JsonNode chat = look("messages?as=12&dialog=7");
        assertEquals("like", chat.at("/0/reactions/7").textValue());
        assertEquals(id, chat.at("/1/replyTo").longValue());
        assertEquals(reply, chat.at("/1/id").longValue());
        done("withdraw", "{'as':7,'message':" + id + "}");
        assertEquals(Map.of(), portal.message(id).reactions());

        portal.chat("chat9").members(12, 7).channel();
        long post = message(done("say", "{'as':12,'dialog':'chat9','text':'out now'}"));
        done("comment", "{'as':7,'message':" + post + ",'text':'at last'}");
        assertTrue(texts(look("chats?as=7"), "kind").contains("comment"));
    }

    @Test
    void aPersonSeesTheOwnChatsAndThoseToJoin() throws Exception {
        portal.chat("chat5").named("Legal desk").members(7, 12);
        portal.chat("chat6").named("Release notes").members(7).channel();
        marco.says("7", "psst");
        portal.user(19).says("7", "hello");
        JsonNode chats = look("chats?as=12");
        assertEquals(List.of("7", "chat5", "chat6"), texts(chats, "dialogId").stream().sorted().toList());
        JsonNode channel = one(chats, "chat6");
        assertFalse(channel.get("joined").booleanValue());
        assertFalse(channel.get("mayWrite").booleanValue());
        assertEquals("Ilse Brandt", one(chats, "7").get("name").textValue());

        done("join", "{'as':12,'dialog':'chat6'}");
        assertTrue(one(look("chats?as=12"), "chat6").get("joined").booleanValue());
        done("invite", "{'as':12,'dialog':'chat6','people':[19]}");
        assertTrue(one(look("chats?as=19"), "chat6").get("joined").booleanValue());
        done("leave", "{'as':12,'dialog':'chat6'}");
        assertFalse(one(look("chats?as=12"), "chat6").get("joined").booleanValue());
    }

    @Test
    void unreadMessagesAreCountedUntilTheChatIsRead() throws Exception {
        marco.says("7", "one");
        marco.says("7", "two");
        assertEquals(2, one(look("chats?as=7"), "12").get("unread").intValue());
        done("read", "{'as':7,'dialog':'12'}");
        assertEquals(0, one(look("chats?as=7"), "12").get("unread").intValue());
    }

    @Test
    void buttonsArePressedAndCommandsSent() throws Exception {
        EmulatedBot desk = portal.bot("desk", "t").command("room", "Books a room");
        portal.chat("chat5").members(7, 12, desk.id());
        long id = desk.user().says("chat5", Draft.text("Approve?").keyboard(List.of(Map.of("BOT_ID", desk.id(), "TYPE",
                "BUTTON", "TEXT", "Yes", "COMMAND", "approve", "COMMAND_PARAMS", "T-9"))));
        assertEquals("room", one(look("chats?as=12"), "chat5").at("/commands/0/name").textValue());
        assertEquals("Yes", look("messages?as=12&dialog=chat5").at("/0/keyboard/0/TEXT").textValue());

        done("press", "{'as':12,'message':" + id + ",'button':'Yes'}");
        done("command", "{'as':12,'dialog':'chat5','command':'room','parameters':'4 today'}");
        assertEquals(List.of(new ButtonPress(12, id, desk.id(), "approve", "T-9")), portal.transcript().presses());
        assertEquals(List.of("Approve?", "/room 4 today"), texts(look("messages?as=12&dialog=chat5"), "text"));
        assertRefused(400, "Message " + id + " has no \"No\"",
                act("press", "{'as':12,'message':" + id + ",'button':'No'}"));
    }

    @Test
    void filesGoUpAndComeDownToWhoIsInTheChat() throws Exception {
        portal.chat("chat5").members(7, 12);
        byte[] bytes = { 0, -1, '<', 'h', 't', 'm', 'l', '>' };
        HttpResponse<String> uploaded = send(
                request(portal.url() + "/control/upload?as=12&dialog=chat5&name=b%C3%BCcher%2F1.html&caption=see")
                        .header("X-Emulator-Control", "1").POST(BodyPublishers.ofByteArray(bytes)));
        assertEquals(200, uploaded.statusCode(), uploaded.body());
        JsonNode file = look("messages?as=7&dialog=chat5").at("/0/files/0");
        assertEquals("bücher/1.html", file.get("name").textValue());
        assertEquals(bytes.length, file.get("size").intValue());

        HttpResponse<String> got = download(7, file.get("id").longValue());
        assertEquals("application/octet-stream", got.headers().firstValue("content-type").orElseThrow());
        assertEquals("attachment; filename*=UTF-8''b%C3%BCcher%2F1.html",
                got.headers().firstValue("content-disposition").orElseThrow());
        assertEquals(List.of(bytes.length),
                List.of(Integer.parseInt(got.headers().firstValue("content-length").orElseThrow())));
        portal.user(19);
        assertRefused(404, "There is no file " + file.get("id") + " for this person", download(19, file.get("id").longValue()));
    }

    @Test
    void peopleAndChatsSpringUp() throws Exception {
        done("person", "{'id':31,'name':'Noa Levi','kind':'guest','subscribed':true}");
        done("person", "{'id':233,'name':'Ana'}");
        done("chat", "{'dialog':'chat8','name':'Ana - Support','members':[7,31],'kind':'lines','customer':233}");
        assertTrue(portal.subscribed(31));
        assertEquals(List.of("employee", "employee", "guest", "customer"), texts(look("people"), "kind"));
        JsonNode line = one(look("chats?as=233"), "chat8");
        assertEquals("Ana - Support", line.get("name").textValue());
        assertEquals("[7,31,233]", line.get("people").toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "say | {'dialog':'7','text':'x'} | \"as\" is missing: the id of the person who does it",
            "say | {'as':12,'text':'x'} | \"dialog\" is missing: a chat, as chat5, or the id of a person",
            "say | {'as':12,'dialog':'chat','text':'x'} | \"dialog\" is a chat, as chat5, or the id of a person, not chat",
            "say | {'as':12,'dialog':'7'} | \"text\" is missing: a text",
            "say | {'as':12,'dialog':'7','text':['x']} | \"text\" is a text, not [x]",
            "say | {'as':12,'dialog':'7','text':'x','late':'soon'} | \"late\" is a duration, as 5s, 23h or PT23H, not soon",
            "edit | {'as':12,'message':'first','text':'x'} | \"message\" is a number that is not negative, not first",
            "edit | {'as':12,'message':5,'text':'x'} | There is no message 5",
            "invite | {'as':12,'dialog':'chat5','people':7} | \"people\" is a list of numbers, not 7",
            "say | {'as':12,'dialog':'7','text':'x','late':'9999999h'}"
                                                                                                       + " | \"late\" is a duration of at most 36500 days, not 9999999h",
            "say | {'as':12,'dialog':'7','text':'x','lat':'5s'}"
                                                                                                                                                                          + " | \"lat\" is no field of this call, which has [as, dialog, late, text]",
            "happen | {'what':'late-row','method':'profile'}"
                                                                                                                                                                                                                                                       + " | \"method\" is no field of this call, which has [as, delay, dialog, for, text, what]",
            "say | null | The body is no JSON object",
            "say | nonsense | The body is no JSON object",
            "say | [] | The body is no JSON object" })
    void whatIsWrongIsNamed(String call, String fields, String error) throws Exception {
        assertRefused(400, error, act(call, fields));
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertRefused(404, "There is nobody with the id 99", act("say", "{'as':99,'dialog':'7','text':'x'}"));
        assertRefused(404, "There is no chat chat77", send(request(portal.url() + "/control/messages?as=7&dialog=chat77")));
        assertRefused(404, "There is no shout; GET /control lists what there is", act("shout", "{}"));
        assertRefused(405, "people is a GET", act("people", "{}"));
        assertRefused(405, "say is a POST", send(request(portal.url() + "/control/say")));
        JsonNode listed = json(send(request(portal.url() + "/control")).body());
        assertTrue(listed.at("/POST").toString().contains("\"say\""), listed.toString());
        assertTrue(listed.at("/GET").toString().contains("\"state\""), listed.toString());
    }

    private HttpResponse<String> download(long person, long file) throws IOException, InterruptedException {
        return send(request(portal.url() + "/control/file?as=" + person + "&id=" + file));
    }

    private static JsonNode one(JsonNode chats, String dialogId) {
        for (JsonNode chat : chats) {
            if (chat.get("dialogId").textValue().equals(dialogId)) {
                return chat;
            }
        }
        throw new AssertionError(dialogId + " is not in " + chats);
    }
}

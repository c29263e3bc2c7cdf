package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B14EditsTest extends BotPortalTest {

    private static final String UPDATE = "imbot.v2.Chat.Message.update";

    private long sent(String dialogId) throws Exception {
        return answer(SEND, "'dialogId':'" + dialogId + "','fields':{'message':'x'}").get("id").longValue();
    }

    @Test
    void subscribedUsersAreToldOfIt() throws Exception {
        long id = sent("chat5");
        ilse.subscribed();
        done(UPDATE, "'messageId':" + id + ",'fields':{'message':'y'}");
        JsonNode event = page("{}").at("/events/0");
        assertEquals("ONIMV2MESSAGEUPDATE", event.get("type").textValue());
        assertEquals("y", event.at("/data/message/text").textValue());
    }

    @Test
    void onlyWhatSomebodyHasSeenIsMarkedAsEdited() throws Exception {
        long id = sent("chat5");
        ilse.subscribed();
        done(UPDATE, "'messageId':" + id + ",'fields':{'message':'y'}");
        marco.reads(id);
        done(UPDATE, "'messageId':" + id + ",'fields':{'message':'z'}");
        JsonNode events = page("{}").get("events");
        assertEquals("[]", events.at("/0/data/message/params").toString());
        assertEquals("Y", events.at("/1/data/message/params/IS_EDITED").textValue());
        assertEquals(List.of("x", "y", "z"), portal.message(id).texts());
    }

    @Test
    void othersMessagesAreNotTheBotsExceptInAnOpenLine() throws Exception {
        long foreign = marco.says("chat5", "x");
        refused("MESSAGE_ACCESS_DENIED", ask(UPDATE, "'messageId':" + foreign + ",'fields':{'message':'y'}"));
        portal.chat("chat8").members(7, 12, desk.id()).openLine("telegrambot", 233);
        long inLine = marco.says("chat8", "x");
        done(UPDATE, "'messageId':" + inLine + ",'fields':{'message':'y'}");
        assertEquals("y", portal.message(inLine).text());
        refused("MESSAGE_NOT_FOUND", ask(UPDATE, "'messageId':1,'fields':{'message':'y'}"));
    }

    @Test
    void whatIsEmptyIsDeleted() throws Exception {
        long id = sent("chat5");
        marco.reads(id);
        done(UPDATE, "'messageId':" + id + ",'fields':{'message':' '}");
        assertTrue(portal.message(id).deleted());
        refused("MESSAGE_ACCESS_DENIED", ask(UPDATE, "'messageId':" + id + ",'fields':{'message':'y'}"));
    }

    @Test
    void thereIsNoLimitOfTime() throws Exception {
        long id = sent("chat5");
        portal.limitEditing(Duration.ofHours(1)).clock().advance(Duration.ofDays(400));
        done(UPDATE, "'messageId':" + id + ",'fields':{'message':'y'}");
        assertEquals("y", portal.message(id).text());
    }
}

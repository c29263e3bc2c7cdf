package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B22ChangingTest extends PortalTest {

    private static final String UPDATE = "im.v2.Chat.Message.update";
    private static final String DELETE = "im.v2.Chat.Message.delete";
    private long own;

    @BeforeEach
    void post() throws Exception {
        portal.chat("chat5").members(7, 12);
        own = result(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"frist\"}").longValue();
        ilse.subscribed();
        marco.subscribed();
    }

    private JsonNode updated(long id, String fields) throws Exception {
        return result(ilse, UPDATE, "{\"id\":" + id + ",\"fields\":{" + fields + "}}");
    }

    @Test
    void anUpdateLeavesAnEventForEverybody() throws Exception {
        assertEquals("true", updated(own, "\"message\":\" first \"").toString());
        for (EmulatedUser reader : List.of(ilse, marco)) {
            JsonNode event = result(reader, GET, "{}").at("/events/0");
            assertEquals("ONIMV2MESSAGEUPDATE", event.get("type").textValue());
            assertEquals("first", event.at("/data/message/text").textValue());
        }
        assertEquals(List.of("frist", "first"), portal.message(own).texts());
        assertEquals(1, portal.message(own).edits());
    }

    @Test
    void theOlderUpdateLeavesNone() throws Exception {
        result(ilse, "im.message.update", "{\"MESSAGE_ID\":" + own + ",\"MESSAGE\":\"first\"}");
        assertEquals(List.of(), portal.recorded(12));
        assertEquals(List.of("frist", "first"), portal.message(own).texts());
    }

    @Test
    void thatItWasEditedIsNotedIfSomebodyHadSeenIt() throws Exception {
        updated(own, "\"message\":\"second\"");
        assertFalse(data(0).at("/message/params").has("IS_EDITED"));
        marco.reads("chat5");
        updated(own, "\"message\":\"third\"");
        assertEquals("Y", data(1).at("/message/params/IS_EDITED").textValue());
        assertTrue(data(1).at("/message/viewedByOthers").booleanValue());
    }

    @Test
    void whatIsEmptiedIsDeleted() throws Exception {
        marco.reads(own);
        updated(own, "\"message\":\"\"");
        assertTrue(portal.message(own).deleted());
        assertEquals("ONIMV2MESSAGEDELETE", page("{}").at("/events/0/type").textValue());
    }

    @Test
    void anAttachmentIsEnoughToStay() throws Exception {
        updated(own, "\"message\":\"\",\"attach\":[{\"MESSAGE\":\"y\"}]");
        assertFalse(portal.message(own).deleted());
        assertEquals(1, portal.message(own).attach().size());
        updated(own, "\"message\":\"x\",\"attach\":\"N\"");
        assertEquals(List.of(), portal.message(own).attach());
    }

    @Test
    void onlyWhatIsOnesOwnAndThereIsUpdated() throws Exception {
        long others = marco.says("chat5", "mine");
        portal.chat("chat6").members(12);
        long unseen = marco.says("chat6", "secret");
        long forwarded = ilse.says("chat5", Draft.forwardOf(others));
        marco.reads(own);
        result(ilse, "im.message.delete", "{\"MESSAGE_ID\":" + own + "}");
        for (long id : new long[] { others, unseen, forwarded, own }) {
            assertError(400, "MESSAGE_ACCESS_DENIED", "You do not have access to this message",
                    call(ilse, UPDATE, "{\"id\":" + id + ",\"fields\":{\"message\":\"x\"}}"));
        }
        assertError(400, "MESSAGE_NOT_FOUND", "Message not found", call(ilse, UPDATE, "{\"id\":1}"));
        assertError(400, "100", "Could not find value for parameter {id}", call(ilse, UPDATE, "{}"));
    }

    @ParameterizedTest
    @CsvSource({ "attach, ATTACH", "keyboard, KEYBOARD" })
    void aPartThatIsNotFitLeavesEverythingAsItWas(String field, String name) throws Exception {
        assertError(400, "PARAM_" + name + "_ERROR", "Incorrect " + field + " params",
                call(ilse, UPDATE, "{\"id\":" + own + ",\"fields\":{\"message\":\"x\",\"" + field + "\":[{\"X\":1}]}}"));
        assertEquals("frist", portal.message(own).text());
        assertEquals(List.of(), portal.recorded(7));
    }

    @Test
    void whatNobodyHasReadIsGoneWhatWasReadLeavesANote() throws Exception {
        long read = ilse.says("chat5", "read");
        marco.reads(read);
        long unread = ilse.says("chat5", "unread");
        assertEquals("true", result(ilse, DELETE, "{\"ids\":[" + read + "," + unread + "]}").toString());
        assertTrue(portal.message(read).deleted());
        assertFalse(portal.message(read).gone());
        assertTrue(portal.message(unread).gone());
        assertEquals(List.of(own, read), portal.transcript().of("chat5").stream().map(StoredMessage::id).toList());
        assertEquals("", portal.message(read).text());
    }

    @Test
    void deletingWhatIsSomebodyElsesIsAnsweredAsIfItWere() throws Exception {
        long others = marco.says("chat5", "mine");
        assertEquals("true", result(ilse, DELETE, "{\"ids\":[" + others + "]}").toString());
        assertFalse(portal.message(others).deleted());
        assertError(400, "MESSAGE_NOT_FOUND", "Message not found", call(ilse, DELETE, "{\"ids\":[1]}"));
        assertError(400, "TOO_MANY_MESSAGES", "Too many messages",
                call(ilse, DELETE, "{\"ids\":" + LongStream.range(0, 101).boxed().toList() + "}"));
    }

    @Test
    void readingTellsHowFarAndHowManyAreLeft() throws Exception {
        long first = marco.says("chat5", "one");
        long second = marco.says("chat5", "two");
        JsonNode read = result(ilse, "im.v2.Chat.Message.read", "{\"ids\":[" + first + "]}");
        assertEquals("{\"chatId\":5,\"lastId\":" + first + ",\"counter\":1,\"viewedMessages\":[" + first + "]}",
                read.toString());
        assertEquals(List.of(7L), portal.message(first).viewed());
        assertEquals(List.of(), portal.message(second).viewed());
        assertEquals(first, portal.transcript().readMarks().get(0).lastId());
    }

    @Test
    void theTailGoesUpOrDown() throws Exception {
        long second = marco.says("chat5", "two");
        long third = marco.says("chat5", "three");
        JsonNode up = result(ilse, "im.v2.Chat.Message.tail",
                "{\"dialogId\":\"chat5\",\"filter\":{\"lastId\":" + own + "},\"order\":{\"id\":\"ASC\"},\"limit\":1}");
        assertEquals(second, up.at("/messages/0/id").longValue());
        assertEquals(1, up.get("messages").size());
        assertTrue(up.get("hasNextPage").booleanValue());
        assertEquals(5, up.at("/messages/0/chatId").intValue());
        assertEquals(12, up.at("/users/0/id").intValue());
        JsonNode down = result(ilse, "im.v2.Chat.Message.tail",
                "{\"dialogId\":\"chat5\",\"filter\":{\"lastId\":" + third + "},\"order\":{\"id\":\"DESC\"}}");
        assertEquals(List.of(second, own),
                List.of(down.at("/messages/0/id").longValue(), down.at("/messages/1/id").longValue()));
        assertFalse(down.get("hasNextPage").booleanValue());
    }

    @Test
    void theStateOfAMessageCanBeAskedFor() throws Exception {
        result(marco, "im.message.like", "{\"MESSAGE_ID\":" + own + "}");
        long reply = marco.replies(own, "well done");
        assertEquals(Map.of(12L, "like"), portal.message(own).reactions());
        assertEquals(own, portal.message(reply).replyTo());
        assertEquals("chat5", portal.message(reply).dialogId());
        long privately = marco.says("7", "psst");
        assertEquals(List.of(privately), portal.transcript().between(7, 12).stream().map(StoredMessage::id).toList());
        assertEquals("7:12", portal.message(privately).dialogId());
    }
}

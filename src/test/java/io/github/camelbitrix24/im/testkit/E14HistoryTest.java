package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E14HistoryTest extends PortalTest {

    private static final String METHOD = "im.dialog.messages.get";

    @BeforeEach
    void open() {
        portal.chat("chat5").members(7, 12);
    }

    private List<Long> ids(String fields) throws Exception {
        JsonNode result = result(ilse, METHOD, "{\"DIALOG_ID\":\"chat5\"" + fields + "}");
        return StreamSupport.stream(result.get("messages").spliterator(), false).map(message -> message.get("id").longValue())
                .toList();
    }

    @Test
    void aPageHasTwentyOrUpToFifty() throws Exception {
        List<Long> said = IntStream.range(0, 60).mapToObj(i -> marco.says("chat5", "line " + i)).toList();
        assertEquals(20, ids("").size());
        assertEquals(50, ids(",\"LIMIT\":200").size());
        assertEquals(said.get(59), ids("").get(0));
        assertEquals(said.subList(0, 20), ids(",\"FIRST_ID\":0"));
    }

    @Test
    void pagingOnwardsAndBackwardsSeesEveryMessageOnce() throws Exception {
        List<Long> said = IntStream.range(0, 45).mapToObj(i -> marco.says("chat5", "line " + i)).toList();
        List<Long> onwards = new ArrayList<>();
        long first = 0;
        for (List<Long> page = ids(",\"FIRST_ID\":0"); !page.isEmpty(); page = ids(",\"FIRST_ID\":" + first)) {
            onwards.addAll(page);
            first = page.get(page.size() - 1);
        }
        assertEquals(said, onwards);
        List<Long> backwards = new ArrayList<>(ids(""));
        for (List<Long> page = ids(""); !page.isEmpty();) {
            page = ids(",\"LAST_ID\":" + backwards.get(backwards.size() - 1));
            backwards.addAll(page);
        }
        assertEquals(said.stream().sorted((one, other) -> Long.compare(other, one)).toList(), backwards);
    }

    @Test
    void theFirstIdDecidesIfBothAreThere() throws Exception {
        List<Long> said = IntStream.range(0, 5).mapToObj(i -> marco.says("chat5", "line " + i)).toList();
        assertEquals(said.subList(3, 5), ids(",\"FIRST_ID\":" + said.get(2) + ",\"LAST_ID\":" + said.get(2)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"FIRST_ID\":\"x\" | FIRST_ID_STRING | First ID can't be string",
            "\"FIRST_ID\":-1 | FIRST_ID_STRING | First ID can't be string",
            "\"LAST_ID\":\"1a\" | LAST_ID_STRING | Last ID can't be string" })
    void whatIsNoNumberIsRefused(String fields, String code, String description) throws Exception {
        assertError(400, code, description, call(ilse, METHOD, "{\"DIALOG_ID\":\"chat5\"," + fields + "}"));
    }

    @Test
    void aMessageIsAsItIsNow() throws Exception {
        long question = marco.says("chat5", "who?");
        long answer = result(ilse, "im.message.add",
                "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"me\",\"REPLY_ID\":" + question + "}").longValue();
        result(ilse, "im.message.update", "{\"MESSAGE_ID\":" + answer + ",\"MESSAGE\":\"I\"}");
        ilse.reads("chat5");
        marco.deletes(question);
        JsonNode result = result(ilse, METHOD, "{\"CHAT_ID\":5}");
        assertEquals(5, result.get("chat_id").intValue());
        assertEquals("I", result.at("/messages/0/text").textValue());
        assertEquals("Y", result.at("/messages/0/params/IS_EDITED").textValue());
        assertEquals("" + question, result.at("/messages/0/params/REPLY_ID").textValue());
        assertEquals("This message was deleted.", result.at("/messages/1/text").textValue());
        assertEquals("{\"IS_DELETED\":\"Y\"}", result.at("/messages/1/params").toString());
        assertEquals("Ilse", result.at("/users/0/first_name").textValue());
        assertEquals("Silva", result.at("/users/1/last_name").textValue());
    }

    @Test
    void whatWasNotReadYetIsUnread() throws Exception {
        long first = marco.says("chat5", "one");
        marco.says("chat5", "two");
        ilse.reads(first);
        JsonNode result = result(ilse, METHOD, "{\"DIALOG_ID\":\"chat5\"}");
        assertTrue(result.at("/messages/0/unread").booleanValue());
        assertFalse(result.at("/messages/1/unread").booleanValue());
    }
}

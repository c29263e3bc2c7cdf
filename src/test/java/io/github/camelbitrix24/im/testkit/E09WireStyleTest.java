package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E09WireStyleTest extends PortalTest {

    @Test
    void stringsAreEscapedAsPhpDoesIt() {
        assertEquals("\"\\u003Cb\\u003E \\u0026 \\u0027 \\u0022 \\/ \\\\ \\n\\u001f ü 📎\"",
                WireJson.text("<b> & ' \" / \\ \n\u001f ü 📎"));
        assertEquals("\"a\uFFFDb\"", WireJson.text("a\uD800b"));
        assertEquals("\"a\\u2028b\\u2029\"", WireJson.text("a\u2028b\u2029"));
    }

    @Test
    void whatIsEmptyOrCountedIsAList() {
        Map<String, Object> counted = new LinkedHashMap<>();
        counted.put("0", "a");
        counted.put("1", "b");
        assertEquals("[[],[],[\"a\",\"b\"],{\"1\":2}]", WireJson.text(List.of(Map.of(), List.of(), counted, Map.of("1", 2))));
    }

    @Test
    void floatsWithoutAFractionAreWholeNumbers() {
        assertEquals("[0,600,0.5413520336151123,1787310306.541352]",
                WireJson.text(List.of(0.0, 600.0, 0.5413520336151123, 1787310306.541352)));
    }

    @Test
    void eventsAreWrittenInThatStyle() throws Exception {
        ilse.subscribed();
        marco.says("7", "a/b <c> 'd' 📎");
        String body = call(ilse, GET, "{}").body();
        assertTrue(body.contains("\"text\":\"a\\/b \\u003Cc\\u003E \\u0027d\\u0027 📎\""), body);
        assertTrue(body.contains("\"params\":[]"), body);
    }

    @Test
    void rawRowsAreSentAsTheyWereGiven() throws Exception {
        String data = "{ \"message\":[], \"user\":false, \"x\":{} }";
        long id = portal.record(7, "ONIMV2WEIRD", data);
        String body = call(ilse, GET, "{}").body();
        assertTrue(body.startsWith("{\"result\":{\"events\":[{\"eventId\":" + id + ",\"type\":\"ONIMV2WEIRD\",\"date\":\""),
                body);
        assertTrue(body.contains("\"data\":" + data + "}],\"nextOffset\":2,\"hasMore\":false},\"time\":{\"start\":"), body);
    }

    @Test
    void textIsRendered() throws Exception {
        ilse.subscribed();
        marco.says("7",
                "[USER=7][/USER] see https://docs.example/17, www.a.example! [CODE]http://x[/CODE] [URL=http://y]y[/URL]");
        assertEquals("[USER=7 REPLACE]Ilse Brandt[/USER] see [URL]https://docs.example/17[/URL],"
                     + " [URL=http://www.a.example]www.a.example[/URL]! [CODE]http://x[/CODE] [URL=http://y]y[/URL]",
                data(0).at("/message/text").textValue());
    }

    @Test
    void aTextThatIsTooLongIsCutByCharacters() throws Exception {
        ilse.subscribed();
        marco.says("7", "📎".repeat(20_006));
        marco.says("7", "📎".repeat(20_007));
        assertEquals("📎".repeat(20_006), data(0).at("/message/text").textValue());
        assertEquals("📎".repeat(20_000) + " (...)", data(1).at("/message/text").textValue());
    }

    @Test
    void aDeletedMessageSaysSo() throws Exception {
        ilse.subscribed();
        long id = marco.says("7", "oops");
        marco.deletes(id);
        ilse.reacts(id, "like");
        assertEquals("This message was deleted.", data(2).at("/message/text").textValue());
    }

    @Test
    void switchesChangeTheShape() throws Exception {
        portal.behave(Behaviour.TextFieldFlag.LETTER, Behaviour.Continuation.LAST_EVENT_ID);
        ilse.subscribed();
        marco.says("7", "hello");
        assertEquals("Y", data(0).at("/chat/textFieldEnabled").textValue());
        assertEquals(1, page("{}").get("lastEventId").longValue());
        assertEquals(1, page("{\"offset\":2}").get("lastEventId").longValue());
    }

    @Test
    void entitiesThatNoLongerLoadAreStubs() throws Exception {
        portal.behave(Behaviour.EventParts.ALL_STUBS);
        ilse.subscribed();
        long id = marco.says("7", "hello");
        assertEquals("{\"id\":" + id + "}", data(0).get("message").toString());
        assertEquals("{\"id\":12}", data(0).get("user").toString());
    }

    @Test
    void headersAreThePortals() throws Exception {
        var headers = call(ilse, GET, "{}").headers();
        assertEquals("application/json; charset=utf-8", headers.firstValue("content-type").orElseThrow());
        assertEquals("*", headers.firstValue("access-control-allow-origin").orElseThrow());
        assertEquals("nosniff", headers.firstValue("x-content-type-options").orElseThrow());
    }
}

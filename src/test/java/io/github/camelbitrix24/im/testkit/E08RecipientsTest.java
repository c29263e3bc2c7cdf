package io.github.camelbitrix24.im.testkit;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E08RecipientsTest extends PortalTest {

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
    }

    @Test
    void aGroupMessageGoesToSubscribedMembers() throws Exception {
        portal.chat("chat5").named("Legal desk").members(7, 12);
        long id = marco.says("chat5", "hello");
        JsonNode data = data(0);
        assertEquals(id, data.at("/message/id").longValue());
        assertEquals("hello", data.at("/message/text").textValue());
        assertEquals("chat5", data.at("/chat/dialogId").textValue());
        assertEquals("Legal desk", data.at("/chat/name").textValue());
        assertEquals("Marco Silva", data.at("/user/name").textValue());
        assertEquals(List.of(), portal.recorded(12));
    }

    @Test
    void whoIsNotAMemberGetsNothing() {
        portal.chat("chat5").members(12, 19);
        marco.says("chat5", "hello");
        assertEquals(List.of(), portal.recorded(7));
    }

    @Test
    void aChatThatNobodyDescribedIsForAll() {
        marco.says("chat5", "hello");
        assertEquals(List.of(1L), portal.recorded(7));
    }

    @Test
    void theAuthorGetsHisOwnMessage() {
        ilse.says("chat5", "hello");
        assertEquals(List.of(1L), portal.recorded(7));
    }

    @Test
    void aPrivateChatIsNamedAfterTheOther() throws Exception {
        marco.subscribed();
        marco.says("7", "psst");
        assertEquals("12", data(0).at("/chat/dialogId").textValue());
        JsonNode other = result(marco, GET, "{}").at("/events/0/data");
        assertEquals("7", other.at("/chat/dialogId").textValue());
        assertEquals("private", other.at("/chat/type").textValue());
        assertEquals(true, other.at("/chat/name").isNull());
    }

    @Test
    void aNoteToOneselfIsStoredTwice() {
        ilse.says("7", "remember the milk");
        assertEquals(List.of(1L, 2L), portal.recorded(7));
    }
}

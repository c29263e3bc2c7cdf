package io.github.camelbitrix24.im.testkit;

import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B22ReactionTest extends PortalTest {

    private static final String ADD = "im.v2.Chat.Message.Reaction.add";
    private static final String DELETE = "im.v2.Chat.Message.Reaction.delete";
    private long id;

    @BeforeEach
    void say() {
        portal.chat("chat5").members(7, 12);
        id = marco.says("chat5", "hello");
        ilse.subscribed();
    }

    private String body(String reaction) {
        return "{\"messageId\":" + id + ",\"reaction\":\"" + reaction + "\"}";
    }

    @Test
    void aReactionIsSetOnceAndReplacedByAnother() throws Exception {
        portal.behave(Behaviour.ReactionAction.ADD_DELETE);
        assertEquals("[]", result(ilse, ADD, body("like")).toString());
        assertError(400, "REACTION_ALREADY_SET", "Reaction is already set", call(ilse, ADD, body("like")));
        result(ilse, ADD, body("redHeart"));
        assertEquals(Map.of(7L, "redHeart"), portal.message(id).reactions());
        assertEquals(2, page("{}").get("events").size());
        assertEquals("redHeart", data(1).get("reaction").textValue());
        assertEquals("add", data(1).get("action").textValue());
    }

    @Test
    void onlyTheReactionThatIsSetIsTakenBack() throws Exception {
        result(ilse, ADD, body("like"));
        for (String other : new String[] { "redHeart", "LIKE", "shrug" }) {
            assertError(400, "REACTION_NOT_FOUND", "Reaction not found", call(ilse, DELETE, body(other)));
        }
        assertEquals("[]", result(ilse, DELETE, body("like")).toString());
        assertError(400, "REACTION_NOT_FOUND", "Reaction not found", call(ilse, DELETE, body("like")));
        assertEquals(Map.of(), portal.message(id).reactions());
        assertEquals(2, page("{}").get("events").size());
    }

    @Test
    void anUnknownReactionAndAnUnseenMessageAreRefused() throws Exception {
        assertError(400, "REACTION_NOT_FOUND", "Reaction not found", call(ilse, ADD, body("shrug")));
        assertError(400, "MESSAGE_ACCESS_DENIED", "You do not have access to this message",
                call(portal.user(19), ADD, body("like")));
        assertError(400, "MESSAGE_NOT_FOUND", "Message not found",
                call(ilse, ADD, "{\"messageId\":1,\"reaction\":\"like\"}"));
        assertError(400, "100", "Could not find value for parameter {reaction}",
                call(ilse, ADD, "{\"messageId\":" + id + "}"));
    }

    @Test
    void anyReactionCountsAsALike() throws Exception {
        result(ilse, ADD, body("redHeart"));
        assertError(400, "WITHOUT_CHANGES", "Action completed without changes",
                call(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + ",\"ACTION\":\"plus\"}"));
        result(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + ",\"ACTION\":\"minus\"}");
        assertEquals(Map.of(), portal.message(id).reactions());
        assertError(400, "WITHOUT_CHANGES", "Action completed without changes",
                call(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + ",\"ACTION\":\"minus\"}"));
    }
}

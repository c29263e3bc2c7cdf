package io.github.camelbitrix24.im.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E08RevisionTest extends PortalTest {

    private long question;
    private long answer;

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
        portal.chat("chat5").members(7, 12);
    }

    private void talk() {
        question = marco.says("chat5", "who takes the call?");
        answer = ilse.says("chat5", Draft.text("I do").replyTo(question));
        marco.reacts(answer, "like");
        ilse.edits(answer, "I do.");
        ilse.deletes(answer);
    }

    @Test
    void revision35BringsTheMessageThatWasRepliedTo() throws Exception {
        talk();
        assertEquals("[]", data(0).get("additionalMessages").toString());
        for (int event = 1; event <= 3; event++) {
            JsonNode additional = data(event).get("additionalMessages");
            assertEquals(1, additional.size());
            assertEquals(question, additional.at("/0/id").longValue());
            assertEquals("who takes the call?", additional.at("/0/text").textValue());
        }
        assertFalse(data(4).has("additionalMessages"));
    }

    @Test
    void revision35HasABlockInTheMessage() throws Exception {
        talk();
        assertTrue(data(0).get("message").has("block"));
        assertTrue(data(2).at("/message/block").isNull());
    }

    @Test
    void revision33HasNeither() throws Exception {
        portal.behave(Behaviour.Revision.R33);
        talk();
        for (int event = 0; event < 5; event++) {
            assertFalse(data(event).has("additionalMessages"));
            assertFalse(data(event).path("message").has("block"));
        }
    }
}

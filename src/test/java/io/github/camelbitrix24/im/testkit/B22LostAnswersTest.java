package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The answer of any call may be lost though the call had its effect, and the call without it. */
class B22LostAnswersTest extends PortalTest {

    private long own;
    private long others;

    @BeforeEach
    void talk() throws Exception {
        portal.chat("chat5").members(7, 12);
        own = result(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"mine\"}").longValue();
        others = marco.says("chat5", "hello");
    }

    private void lost(Fault fault, String method, String body) {
        portal.fail(method, fault);
        assertThrows(IOException.class, () -> call(ilse, method, body));
    }

    @Test
    void theEffectStays() {
        Fault fault = Fault.droppedAfterActing();
        lost(fault, "im.v2.Chat.Message.send", "{\"dialogId\":\"chat5\",\"fields\":{\"message\":\"x\"}}");
        assertEquals("x", portal.sent().get(1).text());
        lost(fault, "im.v2.Chat.Message.update", "{\"id\":" + own + ",\"fields\":{\"message\":\"y\"}}");
        lost(fault, "im.message.update", "{\"MESSAGE_ID\":" + own + ",\"MESSAGE\":\"z\"}");
        assertEquals(List.of("mine", "y", "z"), portal.message(own).texts());
        lost(fault, "im.v2.Chat.Message.Reaction.add", "{\"messageId\":" + others + ",\"reaction\":\"like\"}");
        assertEquals(Map.of(7L, "like"), portal.message(others).reactions());
        lost(fault, "im.message.like", "{\"MESSAGE_ID\":" + others + "}");
        assertEquals(Map.of(), portal.message(others).reactions());
        lost(fault, "im.dialog.writing", "{\"DIALOG_ID\":\"chat5\"}");
        assertEquals(1, portal.transcript().typing().size());
        lost(fault, "im.dialog.read", "{\"DIALOG_ID\":\"chat5\"}");
        assertEquals(List.of(7L), portal.message(others).viewed());
        lost(fault, "im.v2.Chat.Message.delete", "{\"ids\":[" + own + "]}");
        assertTrue(portal.message(own).gone());
    }

    @Test
    void orTheCallHasNone() {
        lost(Fault.dropped(), "im.v2.Chat.Message.send", "{\"dialogId\":\"chat5\",\"fields\":{\"message\":\"x\"}}");
        assertEquals(1, portal.sent().size());
        lost(Fault.reset(), "im.message.delete", "{\"MESSAGE_ID\":" + own + "}");
        assertFalse(portal.message(own).deleted());
    }

    @Test
    void theAnswerMayBeCutOff() {
        lost(Fault.cutBody(), "im.message.delete", "{\"MESSAGE_ID\":" + own + "}");
        assertTrue(portal.message(own).deleted());
    }
}

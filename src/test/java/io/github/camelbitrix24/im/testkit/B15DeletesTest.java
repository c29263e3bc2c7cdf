package io.github.camelbitrix24.im.testkit;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B15DeletesTest extends BotPortalTest {

    private static final String DELETE = "imbot.v2.Chat.Message.delete";

    private long sent() throws Exception {
        return answer(SEND, "'dialogId':'chat5','fields':{'message':'x'}").get("id").longValue();
    }

    @Test
    void whatNobodyHasReadIsGoneAndOfTheRestANoteIsLeft() throws Exception {
        long unread = sent();
        done(DELETE, "'messageId':" + unread);
        assertTrue(portal.message(unread).gone());
        long read = sent();
        marco.reads(read);
        done(DELETE, "'messageId':" + read);
        assertTrue(portal.message(read).deleted());
        assertFalse(portal.message(read).gone());
    }

    @Test
    void whatMayNotBeDeletedStaysWithoutAWord() throws Exception {
        long foreign = marco.says("chat5", "x");
        done(DELETE, "'messageId':" + foreign);
        assertEquals("x", portal.message(foreign).text());
        refused("MESSAGE_NOT_FOUND", ask(DELETE, "'messageId':1"));
    }

    @Test
    void completeDeletionAsksNobody() throws Exception {
        long foreign = marco.says("chat5", "x");
        ilse.reads(foreign);
        done(DELETE, "'messageId':" + foreign + ",'complete':'Y'");
        assertTrue(portal.message(foreign).gone());
        portal.chat("chat6").members(7, 12);
        long hidden = marco.says("chat6", "x");
        refused("MESSAGE_ACCESS_DENIED", ask(DELETE, "'messageId':" + hidden + ",'complete':true"));
    }
}

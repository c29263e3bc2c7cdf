package io.github.camelbitrix24.im.testkit;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MessageAddTest extends PortalTest {

    @Test
    void postsAndComesBackAsAnEvent() throws Exception {
        ilse.subscribed();
        long id = result(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"message\":\"pong\",\"TEMPLATE_ID\":\"u-1\"}")
                .longValue();
        assertEquals(new SentMessage(id, 7, "chat5", "pong", "u-1"), portal.sent().get(0));
        assertEquals("u-1", data(0).at("/message/uuid").textValue());
        assertEquals(7, data(0).at("/message/authorId").intValue());
    }

    @Test
    void aTemplateIdIsPostedOnce() throws Exception {
        String json = "{\"DIALOG_ID\":\"12\",\"MESSAGE\":\"pong\",\"TEMPLATE_ID\":\"u-1\"}";
        assertEquals(result(ilse, "im.message.add", json), result(ilse, "im.message.add", json));
        assertEquals(1, portal.sent().size());
    }

    @Test
    void isRefusedWithItsOwnCodes() throws Exception {
        portal.chat("chat6").members(12);
        assertError(400, "MESSAGE_EMPTY", "Message can't be empty", call(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat5\"}"));
        assertError(400, "USER_NOT_FOUND", "User not found",
                call(ilse, "im.message.add", "{\"DIALOG_ID\":\"4711\",\"MESSAGE\":\"x\"}"));
        assertError(403, "ACCESS_ERROR", "You do not have access to the specified dialog",
                call(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat6\",\"MESSAGE\":\"x\"}"));
        assertError(400, "KEYBOARD_ERROR", "Incorrect keyboard params",
                call(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"x\",\"KEYBOARD\":\"{\"}"));
    }
}

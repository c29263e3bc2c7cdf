package io.github.camelbitrix24.im.testkit;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B13PartsTest extends BotPortalTest {

    private static final String UPDATE = "imbot.v2.Chat.Message.update";
    private static final String BUTTON = "{'TEXT':'Approve','COMMAND':'/cb','COMMAND_PARAMS':'ok'}";

    private long sent(String parts) throws Exception {
        return answer(SEND, "'dialogId':'chat5','fields':{'message':'x'," + parts + "}").get("id").longValue();
    }

    private void updated(long id, String fields) throws Exception {
        done(UPDATE, "'messageId':" + id + ",'fields':{" + fields + "}");
    }

    @Test
    void whatDoesNothingIsDropped() throws Exception {
        long id = sent(
                "'keyboard':[" + BUTTON + ",{'TEXT':'x'},{'TYPE':'NEWLINE'},{'LINK':'/x'},{'TEXT':'y','LINK':'ftp://x'}]");
        List<Object> keyboard = portal.message(id).keyboard();
        assertEquals(2, keyboard.size());
        assertTrue(keyboard.get(0).toString().contains("BOT_ID=" + desk.id()), keyboard.toString());
        assertTrue(keyboard.get(0).toString().contains("COMMAND=cb"), keyboard.toString());
    }

    @Test
    void sendNamesTheBotAndUpdateDoesNot() throws Exception {
        long id = sent("'keyboard':[" + BUTTON + "]");
        refused("PARAM_KEYBOARD_ERROR", ask(UPDATE, "'messageId':" + id + ",'fields':{'keyboard':[" + BUTTON + "]}"));
        updated(id, "'keyboard':{'BOT_ID':" + desk.id() + ",'BUTTONS':[" + BUTTON.replace("Approve", "Done") + "]}");
        assertTrue(portal.message(id).keyboard().toString().contains("TEXT=Done"));
        updated(id, "'keyboard':[" + BUTTON + ",{'TEXT':'Open','LINK':'/x'}]");
        assertEquals(1, portal.message(id).keyboard().size());
    }

    @Test
    void aKeyboardMayBeTextAndGoesWithN() throws Exception {
        long id = sent("'keyboard':'[{\\'TEXT\\':\\'Open\\',\\'LINK\\':\\'/x\\'}]'");
        assertEquals(1, portal.message(id).keyboard().size());
        updated(id, "'keyboard':'N'");
        assertEquals(List.of(), portal.message(id).keyboard());
    }

    @Test
    void anAttachmentInItsShortFormGoesOnUpdate() throws Exception {
        long id = sent("'attach':[{'MESSAGE':'Order 17'},{'X':1}]");
        assertTrue(portal.message(id).attach().toString().contains("MESSAGE=Order 17"));
        updated(id, "'attach':{'BLOCKS':[{'MESSAGE':'Order 18'}]}");
        assertTrue(portal.message(id).attach().toString().contains("MESSAGE=Order 18"));
        updated(id, "'attach':[{'MESSAGE':'Order 19'}]");
        assertEquals(List.of(), portal.message(id).attach());
    }

    @Test
    void whatIsTooLargeIsRefusedAndTheOldOneStays() throws Exception {
        long id = sent("'attach':[{'MESSAGE':'Order 17'}]");
        refused("PARAM_ATTACH_ERROR", ask(UPDATE,
                "'messageId':" + id + ",'fields':{'attach':{'BLOCKS':[{'MESSAGE':'" + "x".repeat(60_000) + "'}]}}"));
        assertTrue(portal.message(id).attach().toString().contains("Order 17"));
        refused("PARAM_KEYBOARD_ERROR", ask(SEND, "'dialogId':'chat5','fields':{'message':'x','keyboard':[{'TEXT':'"
                                                  + "x".repeat(60_000) + "','LINK':'/x'}]}"));
    }
}

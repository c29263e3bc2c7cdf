package io.github.camelbitrix24.im.testkit;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B07RecipientsTest extends BotPortalTest {

    private EmulatedBot watch;

    @BeforeEach
    void openWatch() {
        watch = portal.bot("watch", "t2").ofType("supervisor");
        portal.chat("chat5").members(7, 12, desk.id(), watch.id());
    }

    private int heard(EmulatedBot bot) {
        return portal.recorded(bot.id()).size();
    }

    @Test
    void inAGroupABotHearsWhatMentionsIt() {
        marco.says("chat5", "is room 4 free?");
        marco.says("chat5", "[USER=all]all[/USER] is room 4 free?");
        marco.says("chat5", "[USER=" + desk.id() + "1][/USER] is room 4 free?");
        assertEquals(0, heard(desk));
        marco.says("chat5", "[USER=" + desk.id() + "]Desk[/USER] is room 4 free?");
        marco.says("chat5", "[user=" + desk.id() + " REPLACE]Desk[/user] is it?");
        assertEquals(2, heard(desk));
        assertEquals(5, heard(watch));
    }

    @Test
    void whoIsNotInTheChatHearsNothing() {
        portal.chat("chat6").members(7, 12);
        marco.says("chat6", "[USER=" + desk.id() + "]Desk[/USER]?");
        assertEquals(0, heard(desk) + heard(watch));
    }

    @Test
    void aPersonalBotHearsAsASupervisorDoes() {
        watch.ofType("personal");
        marco.says("chat5", "x");
        assertEquals(1, heard(watch));
    }

    @Test
    void aReplyAddressesTheBotFromRevision35On() throws Exception {
        long said = answer(SEND, "'dialogId':'chat5','fields':{'message':'free'}").get("id").longValue();
        marco.replies(said, "thanks");
        assertEquals(1, heard(desk));
        portal.behave(Behaviour.Revision.R33);
        marco.replies(said, "thanks again");
        assertEquals(1, heard(desk));
        assertEquals(2, heard(watch));
    }

    @Test
    void botsDoNotHearBotsNorThemselves() throws Exception {
        answer(SEND, "'dialogId':'chat5','fields':{'message':'[USER=" + watch.id() + "]Watch[/USER]'}");
        answer(watch, SEND, "'dialogId':'chat5','fields':{'message':'[USER=" + desk.id() + "]Desk[/USER]'}");
        portal.user(151).bot().says("chat5", "[USER=" + desk.id() + "]Desk[/USER]");
        answer(SEND, "'dialogId':'" + watch.id() + "','fields':{'message':'psst'}");
        assertEquals(1, heard(desk));
        assertEquals(1, heard(watch));
        assertEquals(List.of("ONIMBOTV2JOINCHAT"), types(watch));
    }

    @Test
    void systemMessagesAreHeardByNone() throws Exception {
        portal.chat("chat5").announces("[USER=" + desk.id() + "]Desk[/USER] renamed the chat");
        answer(SEND, "'dialogId':'chat5','fields':{'message':'x','system':true}");
        assertEquals(0, heard(desk) + heard(watch));
    }

    @Test
    void inAPrivateDialogEverythingIsHeard() throws Exception {
        marco.says("" + desk.id(), "one");
        marco.says("" + desk.id(), "two");
        assertEquals(List.of("ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEADD"), types(desk));
        assertEquals(0, heard(watch));
        assertEquals("12", last(desk).at("/data/chat/dialogId").textValue());
    }
}

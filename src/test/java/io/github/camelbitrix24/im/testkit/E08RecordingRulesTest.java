package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class E08RecordingRulesTest extends PortalTest {

    private EmulatedUser noa;

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
        noa = portal.user(19).named("Noa Levi").subscribed();
        portal.chat("chat5").members(7, 12, 19);
    }

    private int events(EmulatedUser user) {
        return portal.recorded(user.id()).size();
    }

    @Test
    void whoLeftTheCompanyGetsReactionsButNoMessages() {
        long id = marco.says("chat5", "hello");
        noa.dismissed();
        marco.says("chat5", "again");
        ilse.reacts(id, "like");
        assertEquals(List.of(3, 2), List.of(events(ilse), events(noa)));
    }

    @Test
    void leavingIsSilentAndEndsIt() {
        noa.leaves("chat5");
        marco.says("chat5", "hello");
        assertEquals(List.of(1, 0), List.of(events(ilse), events(noa)));
    }

    @Test
    void aBotGetsNoReactionsAndNoJoins() {
        EmulatedUser bot = portal.user(51).bot().subscribed();
        bot.joins("chat5");
        long id = bot.says("chat5", "at your service");
        ilse.reacts(id, "like");
        assertEquals(List.of(3, 1), List.of(events(ilse), events(bot)));
    }

    @Test
    void joiningACopilotChatIsNotLogged() {
        portal.chat("chat8").members(7).kind("copilot", "A");
        marco.joins("chat8");
        assertEquals(0, events(ilse));
    }

    @Test
    void aCommentIsForThoseWhoAreInTheThreadAndInTheChannel() {
        portal.chat("chat400").members(7, 12).channel();
        long post = marco.says("chat400", "4.2 is out");
        noa.comments(post, "I am not in the channel");
        assertEquals(List.of(1, 0), List.of(events(ilse), events(noa)));
        ilse.follows(post);
        marco.comments(post, "nor does it matter");
        assertEquals(List.of(2, 0), List.of(events(ilse), events(noa)));
    }

    @Test
    void theSenderOfAPrivateMessageHasHisRowFirst() {
        marco.subscribed();
        ilse.says("12", "psst");
        marco.says("7", "what?");
        assertEquals(List.of(1L, 4L), portal.recorded(7));
        assertEquals(List.of(2L, 3L), portal.recorded(12));
    }

    @Test
    void aReactionToANoteToOneselfIsStoredOnce() {
        ilse.reacts(ilse.says("7", "remember the milk"), "like");
        assertEquals(3, events(ilse));
    }

    @Test
    void aBotGetsNoReactionInAPrivateChatEither() {
        EmulatedUser bot = portal.user(51).bot().subscribed();
        ilse.reacts(bot.says("7", "at your service"), "like");
        assertEquals(List.of(2, 1), List.of(events(ilse), events(bot)));
    }

    @Test
    void notificationsAreNotLogged() {
        EmulatedChat notifications = portal.chat("chat9").members(7).kind("notification", "S");
        ilse.reacts(notifications.announces("Your report is due"), "like");
        marco.joins("chat9");
        assertEquals(0, events(ilse));
    }

    @Test
    void invitingAMemberIsNothing() {
        ilse.invites("chat5", 12, 19);
        noa.joins("chat5");
        assertEquals(0, events(ilse));
        ilse.invites("chat5", 12, 20);
        assertEquals(2, events(ilse));
    }

    @Test
    void whatIsDeletedStaysSo() throws Exception {
        long id = marco.says("chat5", "oops");
        marco.deletes(id).edits(id, "on second thoughts").deletes(id);
        assertEquals(2, events(ilse));
        assertError(403, "CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access",
                call(marco, "im.message.update", "{\"MESSAGE_ID\":" + id + ",\"MESSAGE\":\"again\"}"));
    }

    @Test
    void anEventMayBeLostWithoutAWord() {
        portal.loseNextEvents(2);
        marco.says("chat8", "nobody could be told of this");
        ilse.leaves("chat5");
        noa.leaves("chat5");
        marco.says("chat5", "nobody was there");
        ilse.joins("chat5");
        marco.says("chat5", "hello");
        assertEquals(List.of(1L), portal.recorded(7));
        assertEquals(3, portal.chat("chat8").messages().size() + portal.chat("chat5").messages().size());
    }

    @Test
    void manyMayListenToOneChat() {
        long[] members = LongStream.rangeClosed(1001, 4000).toArray();
        LongStream.of(members).forEach(id -> portal.user(id).subscribed());
        portal.chat("chat6").members(members);
        for (int i = 0; i < 20; i++) {
            marco.says("chat6", "line " + i);
        }
        assertEquals(LongStream.range(0, 20).map(i -> 3000 * i + 1).boxed().toList(), portal.recorded(1001));
        assertEquals(60_000L, portal.recorded(4000).get(19));
    }

    @Test
    void anUpdateThroughRestIsNotLogged() throws Exception {
        long id = result(marco, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"frist\"}").longValue();
        assertEquals(true,
                result(marco, "im.message.update", "{\"MESSAGE_ID\":" + id + ",\"MESSAGE\":\"first\"}").booleanValue());
        assertEquals(1, events(ilse));
        marco.reacts(id, "like");
        assertEquals("first", data(1).at("/message/text").textValue());
    }

    @Test
    void deletingAndLikingThroughRestIs() throws Exception {
        long id = result(marco, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"hello\"}").longValue();
        result(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + "}");
        assertError(400, "WITHOUT_CHANGES", "Action completed without changes",
                call(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + ",\"ACTION\":\"plus\"}"));
        result(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + "}");
        assertError(403, "CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access",
                call(ilse, "im.message.delete", "{\"MESSAGE_ID\":" + id + "}"));
        result(marco, "im.message.delete", "{\"MESSAGE_ID\":" + id + "}");
        assertEquals(4, events(ilse));
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.List;

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
        assertEquals(List.of(2, 0), List.of(events(ilse), events(noa)));
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
        assertError(400, "WITHOUT_CHANGES", "Status not changed",
                call(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + ",\"ACTION\":\"plus\"}"));
        result(ilse, "im.message.like", "{\"MESSAGE_ID\":" + id + "}");
        assertError(403, "CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access",
                call(ilse, "im.message.delete", "{\"MESSAGE_ID\":" + id + "}"));
        result(marco, "im.message.delete", "{\"MESSAGE_ID\":" + id + "}");
        assertEquals(4, events(ilse));
    }
}

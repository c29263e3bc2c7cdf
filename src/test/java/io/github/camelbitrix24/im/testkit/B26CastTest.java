package io.github.camelbitrix24.im.testkit;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Everybody whom a portal may have, in one place. */
class B26CastTest extends BotPortalTest {

    private EmulatedBot second;
    private EmulatedBot watch;
    private EmulatedUser guest;

    @BeforeEach
    void fill() {
        second = portal.bot("second", "t2").looking(BotProfile.named("Second"));
        watch = portal.bot("watch", "t3").ofType("supervisor");
        guest = portal.user(19).extranet();
        portal.chat("chat5").members(7, 12, 19, desk.id(), second.id(), watch.id());
        portal.chat("chat8").members(7, 12, desk.id(), second.id(), watch.id()).openLine("telegrambot", 233);
    }

    @Test
    void botsLeaveEachOtherInPeace() throws Exception {
        for (int i = 0; i < 5; i++) {
            answer(SEND, "'dialogId':'chat5','fields':{'message':'[USER=" + second.id() + "]you[/USER]'}");
            answer(second, SEND, "'dialogId':'chat5','fields':{'message':'[USER=" + desk.id() + "]you[/USER]'}");
        }
        assertEquals(List.of(), types(desk));
        assertEquals(List.of(), types(second));
        assertEquals(List.of(), types(watch));
    }

    @Test
    void aGuestIsHeardAsOthersAre() throws Exception {
        guest.says("chat5", "[USER=" + desk.id() + "]Desk[/USER]?");
        assertEquals(List.of("ONIMBOTV2MESSAGEADD"), types(desk));
        assertTrue(last(desk).at("/data/user/extranet").booleanValue());
        assertTrue(last(desk).at("/data/chat/extranet").booleanValue());
    }

    @Test
    void inAnOpenLineThoseHearWhoSupportIt() throws Exception {
        second.supportingOpenLines();
        portal.user(233).says("chat8", "Where is my parcel?");
        marco.says("chat8", "[USER=" + desk.id() + "]Desk[/USER]?");
        assertEquals(List.of("ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEADD"), types(second));
        assertEquals(List.of(), types(desk));
        assertEquals(List.of(), types(watch));
    }

    @Test
    void eachHasAQueueOfItsOwn() throws Exception {
        marco.says("chat5", "[USER=" + desk.id() + "]a[/USER] [USER=" + second.id() + "]b[/USER]");
        long offset = answer("imbot.v2.Event.get", "").get("nextOffset").longValue();
        answer("imbot.v2.Event.get", "'offset':" + offset);
        assertEquals(List.of(), portal.pending(desk.id()));
        assertEquals(1, portal.pending(second.id()).size());
        assertEquals(1, portal.pending(watch.id()).size());
    }
}

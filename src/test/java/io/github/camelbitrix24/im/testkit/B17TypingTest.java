package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B17TypingTest extends BotPortalTest {

    private static final String NOTIFY = "imbot.v2.Chat.InputAction.notify";

    @Test
    void thatABotIsBusyIsSeenAndLeavesNoEvent() throws Exception {
        portal.clock().freeze();
        marco.subscribed();
        done(NOTIFY, "'dialogId':'chat5','statusMessageCode':'IMBOT_AGENT_ACTION_THINKING','duration':30");
        done(NOTIFY, "'dialogId':'12'");
        assertEquals(new TypingNotice(
                desk.id(), "chat5", 5, "IMBOT_AGENT_ACTION_THINKING", Duration.ofSeconds(30), portal.clock().now()),
                portal.transcript().typing().get(0));
        assertEquals(List.of("chat5", "12"), portal.transcript().typing().stream().map(TypingNotice::dialogId).toList());
        assertEquals(List.of(), portal.recorded(12));
    }

    @Test
    void anUnknownStatusIsNoneAndAnOddDurationIsBentRight() throws Exception {
        for (String duration : List.of("0", "601", "600", "'5'", "null")) {
            done(NOTIFY, "'dialogId':'chat5','statusMessageCode':'IMBOT_AGENT_ACTION_JUGGLING','duration':" + duration);
        }
        assertEquals(Arrays.asList(1L, 600L, 600L, 5L, null), portal.transcript().typing().stream()
                .map(notice -> notice.duration() == null ? null : Long.valueOf(notice.duration().toSeconds())).toList());
        assertEquals(List.of("", "", "", "", ""), portal.transcript().typing().stream().map(TypingNotice::type).toList());
    }

    @Test
    void whereItIsNotItIsNotSeen() throws Exception {
        portal.chat("chat6").members(7, 12);
        refused("ACCESS_DENIED", ask(NOTIFY, "'dialogId':'chat6'"));
        assertEquals(List.of(), portal.transcript().typing());
    }

    @Test
    void theFieldIntoWhichPeopleTypeIsTakenAway() throws Exception {
        done("imbot.v2.Chat.TextField.enabled", "'dialogId':'12','enabled':'N'");
        marco.says("" + desk.id(), "still here");
        assertEquals("false", last(desk).at("/data/chat/textFieldEnabled").toString());
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B10ChangesTest extends BotPortalTest {

    private static final String UPDATE = "imbot.v2.Chat.Message.update";

    @BeforeEach
    void becomeSupervisor() {
        desk.ofType("supervisor");
    }

    private long said(String dialogId, String text) throws Exception {
        return answer(SEND, "'dialogId':'" + dialogId + "','fields':{'message':'" + text + "'}").get("id").longValue();
    }

    private void edited(long id, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            done(UPDATE, "'messageId':" + id + ",'fields':{'message':'edit " + i + "'}");
        }
    }

    @Test
    void inAGroupASupervisorHearsItsOwnEdits() throws Exception {
        edited(said("chat5", "x"), 20);
        assertEquals(Collections.nCopies(20, "ONIMBOTV2MESSAGEUPDATE"), types(desk));
        assertEquals(desk.id(), last(desk).at("/data/message/authorId").longValue());
    }

    @Test
    void soDoesABotThatMentionsItself() throws Exception {
        desk.ofType("bot");
        long id = said("chat5", "x");
        edited(id, 2);
        assertEquals(List.of(), types(desk));
        done(UPDATE, "'messageId':" + id + ",'fields':{'message':'[USER=" + desk.id() + "]me[/USER]'}");
        assertEquals(List.of("ONIMBOTV2MESSAGEUPDATE"), types(desk));
    }

    @Test
    void inAPrivateDialogItHearsOnlyOthers() throws Exception {
        long id = said("12", "x");
        edited(id, 2);
        done("imbot.v2.Chat.Message.delete", "'messageId':" + id);
        assertEquals(List.of("ONIMBOTV2JOINCHAT"), types(desk));
        long others = marco.says("" + desk.id(), "x");
        marco.edits(others, "y").deletes(others);
        assertEquals(List.of("ONIMBOTV2JOINCHAT", "ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEUPDATE", "ONIMBOTV2MESSAGEDELETE"),
                types(desk));
    }

    @Test
    void deletionsComeBackToo() throws Exception {
        long id = said("chat5", "x");
        done("imbot.v2.Chat.Message.delete", "'messageId':" + id);
        assertEquals(List.of("ONIMBOTV2MESSAGEDELETE"), types(desk));
        assertEquals(desk.id(), last(desk).at("/data/user/id").longValue());
        assertEquals(id, last(desk).at("/data/messageId").longValue());
    }

    @Test
    void whoHearsOfADeletionIsDecidedByTheOldText() throws Exception {
        desk.ofType("bot");
        long id = marco.says("chat5", "[USER=" + desk.id() + "]Desk[/USER]?");
        marco.edits(id, "nothing").deletes(id);
        long other = marco.says("chat5", "[USER=" + desk.id() + "]Desk[/USER]?");
        marco.deletes(other);
        assertEquals(List.of("ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEDELETE"), types(desk));
    }

    @Test
    void anotherPortalKeepsTheEditsOfBotsToItself() throws Exception {
        portal.behave(Behaviour.EditsOfBots.NOT_HEARD);
        long id = said("chat5", "x");
        edited(id, 3);
        done("imbot.v2.Chat.Message.delete", "'messageId':" + id);
        assertEquals(List.of(), types(desk));
        marco.edits(marco.says("chat5", "x"), "y");
        assertEquals(List.of("ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEUPDATE"), types(desk));
    }

    @Test
    void anUpdateByTheOlderMethodLeavesNoEvent() throws Exception {
        long id = ilse.says("chat5", "x");
        result(ilse, "im.message.update", "{\"MESSAGE_ID\":" + id + ",\"MESSAGE\":\"y\"}");
        assertEquals(List.of("ONIMBOTV2MESSAGEADD"), types(desk));
    }
}

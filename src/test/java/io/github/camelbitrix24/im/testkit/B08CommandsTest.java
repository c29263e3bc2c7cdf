package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class B08CommandsTest extends BotPortalTest {

    private EmulatedBot watch;

    @BeforeEach
    void openWatch() {
        watch = portal.bot("watch", "t2").ofType("supervisor");
        portal.chat("chat5").members(7, 12, desk.id(), watch.id());
        desk.command("room", "Books a room").command("help", "Tells more");
    }

    private List<String> commands() throws Exception {
        List<String> commands = new ArrayList<>();
        for (JsonNode event : events(desk)) {
            if (event.get("type").textValue().equals("ONIMBOTV2COMMANDADD")) {
                JsonNode command = event.at("/data/command");
                commands.add(command.get("command").textValue() + "|" + command.get("params").textValue() + "|"
                             + command.get("context").textValue());
            }
        }
        return commands;
    }

    @Test
    void aCommandIsOneForItsBotAndNoMessageForAny() throws Exception {
        marco.says("chat5", "/room 4 today");
        assertEquals(List.of("ONIMBOTV2COMMANDADD"), types(desk));
        assertEquals(List.of("/room|4 today|textarea"), commands());
        assertEquals(List.of(), types(watch));
        assertEquals(desk.commands().get(0).id(), last(desk).at("/data/command/id").longValue());
    }

    @Test
    void whatNobodyHasRegisteredIsText() throws Exception {
        marco.says("chat5", "/rooms 4");
        marco.says("chat5", "see /room 4");
        assertEquals(List.of(), types(desk));
        assertEquals(List.of("ONIMBOTV2MESSAGEADD", "ONIMBOTV2MESSAGEADD"), types(watch));
    }

    @Test
    void eachLineIsACommandButNoneTwice() throws Exception {
        marco.says("chat5", "please\n/room 4\n/help\n/room 4\n/room 5");
        assertEquals(List.of("/room|4|textarea", "/help||textarea", "/room|5|textarea"), commands());
    }

    @Test
    void tenAreEnough() throws Exception {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            text.append("/room ").append(i).append('\n');
        }
        marco.says("chat5", text.toString());
        assertEquals(10, commands().size());
    }

    @Test
    void whereTheBotIsNotOnlyCommonCommandsAreGood() throws Exception {
        portal.chat("chat6").members(7, 12);
        marco.says("chat6", "/room 4");
        assertEquals(List.of(), commands());
        answer("imbot.v2.Command.update", "'commandId':" + desk.commands().get(0).id() + ",'fields':{'common':'Y'}");
        marco.says("chat6", "/room 4");
        marco.says("7", "/room 5");
        assertEquals(List.of("/room|4|textarea", "/room|5|textarea"), commands());
    }

    @Test
    void whoIsFromOutsideNeedsACommandForThem() throws Exception {
        EmulatedUser guest = portal.user(19).extranet();
        portal.chat("chat5").members(7, 12, 19, desk.id());
        guest.says("chat5", "/room 4");
        assertEquals(List.of(), commands());
        answer("imbot.v2.Command.update",
                "'commandId':" + desk.commands().get(0).id() + ",'fields':{'extranetSupport':true}");
        guest.says("chat5", "/room 4");
        assertEquals(List.of("/room|4|textarea"), commands());
    }

    @Test
    void botsGiveNoCommands() throws Exception {
        answer(watch, SEND, "'dialogId':'chat5','fields':{'message':'/room 4'}");
        assertEquals(List.of(), commands());
    }
}

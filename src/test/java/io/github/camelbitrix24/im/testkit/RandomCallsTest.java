package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever an application sends, the emulator answers as a REST server does. */
class RandomCallsTest extends PortalTest {

    private static final List<String> NAMES = List.of("DIALOG_ID", "MESSAGE", "USER_ID", "CHAT_ID", "ATTACH", "KEYBOARD",
            "MENU",
            "BOT_ID", "SYSTEM", "TEMPLATE_ID", "REPLY_ID", "MESSAGE_ID", "ID", "ACTION", "LAST_ID", "FIRST_ID", "LIMIT", "cmd",
            "halt", "offset", "limit", "name", "BUTTONS", "ITEMS", "BLOCKS", "TEXT", "LINK", "GRID", "IMAGE", "DELIMITER",
            "USER",
            "COMMAND", "COLORS", "TYPE", "COLOR", "auth", "token", "dialogId", "fields", "id", "ids", "messageId", "reaction",
            "type", "message", "attach", "keyboard", "replyId", "templateId", "forwardIds", "filter", "order", "lastId",
            "botId",
            "FILTER", "EMAIL", "IS_EDITED");
    private static final List<Object> SCALARS = List.of("", "0", "7", "12", "chat5", "chat99", "sg12", "N", "Y", "x", -1, 0, 5,
            77001,
            1e300, Long.MAX_VALUE, "99999999999999999999", true, false, "[]", "{", "{\"BUTTONS\":[]}", "profile", "batch?x",
            "im.message.add?DIALOG_ID=chat5&MESSAGE=$result[0][ID]", "$result[a", "https://a.example/?x=1&y=2", "#fff",
            "[USER=99999999999999999999][/USER] [USER=all][/USER] [URL=", "\u2028\u0000",
            "3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4");

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void theEmulatorDoesNotFail(long seed) throws Exception {
        Random random = new Random(seed);
        RandomParameters parameters = new RandomParameters(random, NAMES, SCALARS);
        ilse.subscribed();
        portal.chat("chat5").members(7, 12);
        marco.says("chat5", "hello");
        List<String> methods = portal.methods();
        ilse.scopes("im", "user");
        for (int i = 0; i < 400; i++) {
            Map<String, Object> params = parameters.object(0);
            if (random.nextBoolean()) {
                params.put("DIALOG_ID", "chat5");
                params.put("dialogId", "chat5");
            }
            if (random.nextBoolean()) {
                params.put("MESSAGE", random.nextBoolean() ? "x" + i : parameters.one(SCALARS));
            }
            String method = random.nextInt(3) == 0 ? "im.message.add" : parameters.one(methods);
            answersAsARestServer(method, params);
        }
        assertTrue(portal.sent().size() > 10, portal.sent().size() + " messages were posted");
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is sent for a bot, and for files, the emulator answers as a REST server does. */
class RandomBotCallsTest extends BotPortalTest {

    private static final List<String> NAMES = List.of("dialogId", "fields", "message", "messageId", "commandId", "command",
            "title", "params", "common", "hidden", "attach", "keyboard", "replyId", "templateId", "forwardIds", "reaction",
            "duration", "statusMessageCode", "enabled", "userIds", "userId", "ownerId", "properties", "name", "lastName",
            "avatar", "color", "code", "type", "eventMode", "webhookUrl", "isHidden", "offset", "limit", "withUserEvents",
            "filter", "order", "range", "complete", "context", "BUTTONS", "TEXT", "COMMAND", "LINK", "content", "fileId",
            "id", "data", "fileContent", "NAME", "DIALOG_ID", "CHAT_ID", "FILE_ID", "DISK_ID", "MESSAGE", "TEMPLATE_ID");
    private static final List<Object> SCALARS = List.of("", "0", "7", "chat5", "chat99", "sg12", "Y", "N", "x", "eA==", -1, 0,
            5, 77001, 5001, 31, 1e300, Long.MAX_VALUE, "99999999999999999999", true, false, "[]", "{", "webhook", "fetch",
            "bot", "like", "/room 4", "[USER=5001][/USER]", "https://a.example/", "3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4");

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void theEmulatorDoesNotFail(long seed) throws Exception {
        Random random = new Random(seed);
        RandomParameters parameters = new RandomParameters(random, NAMES, SCALARS);
        ilse.subscribed().scopes("imbot", "im", "disk");
        desk.ofType("supervisor").command("room", "Books a room");
        marco.says("chat5", "hello");
        List<String> methods = portal.methods().stream()
                .filter(name -> !name.equals("imbot.v2.Bot.unregister") && !name.equals("imbot.v2.Chat.leave")).toList();
        for (int i = 0; i < 400; i++) {
            Map<String, Object> params = parameters.object(0);
            params.put("botId", desk.id());
            params.put("botToken", desk.token());
            if (random.nextBoolean()) {
                params.put("dialogId", "chat5");
                params.put("fields", parameters.object(1));
            }
            String method = parameters.one(methods);
            if (random.nextInt(4) == 0) {
                method = SEND;
                params.put("dialogId", "chat5");
                params.put("fields", Map.of("message", "/room " + i));
            }
            answersAsARestServer(method, params);
        }
        assertTrue(desk.sent().size() > 10, desk.sent().size() + " messages were posted");
    }
}

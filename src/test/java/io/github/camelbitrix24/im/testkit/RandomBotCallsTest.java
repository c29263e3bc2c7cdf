package io.github.camelbitrix24.im.testkit;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever is sent for a bot, and for files, the emulator answers as a REST server does. */
class RandomBotCallsTest extends BotPortalTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> NAMES = List.of("dialogId", "fields", "message", "messageId", "commandId", "command",
            "title", "params", "common", "hidden", "attach", "keyboard", "replyId", "templateId", "forwardIds", "reaction",
            "duration", "statusMessageCode", "enabled", "userIds", "userId", "ownerId", "properties", "name", "lastName",
            "avatar", "color", "code", "type", "eventMode", "webhookUrl", "isHidden", "offset", "limit", "withUserEvents",
            "filter", "order", "range", "complete", "context", "BUTTONS", "TEXT", "COMMAND", "LINK", "content", "fileId",
            "id", "data", "fileContent", "NAME", "DIALOG_ID", "CHAT_ID", "FILE_ID", "DISK_ID", "MESSAGE", "TEMPLATE_ID");
    private static final List<Object> SCALARS = List.of("", "0", "7", "chat5", "chat99", "sg12", "Y", "N", "x", "eA==", -1, 0,
            5, 77001, 5001, 31, 1e300, Long.MAX_VALUE, "99999999999999999999", true, false, "[]", "{", "webhook", "fetch",
            "bot", "like", "/room 4", "[USER=5001][/USER]", "https://a.example/", "3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4");

    private Object value(Random random, int depth) {
        return switch (depth > 3 ? 0 : random.nextInt(6)) {
            case 0, 1, 2, 3 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 4 -> random.ints(random.nextInt(4)).mapToObj(any -> value(random, depth + 1)).toList();
            default -> object(random, depth + 1);
        };
    }

    private Map<String, Object> object(Random random, int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        random.ints(random.nextInt(6))
                .forEach(any -> object.put(NAMES.get(random.nextInt(NAMES.size())), value(random, depth)));
        if (random.nextInt(10) == 0) {
            object.put(NAMES.get(random.nextInt(NAMES.size())), null);
        }
        return object;
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void theEmulatorDoesNotFail(long seed) throws Exception {
        Random random = new Random(seed);
        ilse.subscribed().scopes("imbot", "im", "disk");
        desk.ofType("supervisor").command("room", "Books a room");
        marco.says("chat5", "hello");
        List<String> methods = portal.methods().stream()
                .filter(name -> !name.equals("imbot.v2.Bot.unregister") && !name.equals("imbot.v2.Chat.leave")).toList();
        for (int i = 0; i < 400; i++) {
            Map<String, Object> params = object(random, 0);
            params.put("botId", desk.id());
            params.put("botToken", desk.token());
            if (random.nextBoolean()) {
                params.put("dialogId", "chat5");
                params.put("fields", object(random, 1));
            }
            String method = methods.get(random.nextInt(methods.size()));
            if (random.nextInt(4) == 0) {
                method = SEND;
                params.put("dialogId", "chat5");
                params.put("fields", Map.of("message", "/room " + i));
            }
            String json = JSON.writeValueAsString(params);
            HttpResponse<String> response = call(ilse, method, json);
            String said = method + " " + json + " -> " + response.body();
            assertNotEquals(500, response.statusCode(), said);
            assertTrue(json(response.body()).has("result") || json(response.body()).has("error"), said);
        }
        assertTrue(desk.sent().size() > 10, desk.sent().size() + " messages were posted");
    }
}

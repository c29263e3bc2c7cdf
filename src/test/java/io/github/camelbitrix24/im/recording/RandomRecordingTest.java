package io.github.camelbitrix24.im.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever people write, and wherever a portal puts it, nothing of it is in a recording. */
class RandomRecordingTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Each of them cannot come about by chance: no stand-in has such letters. */
    private static final List<String> SECRETS = List.of("Quaxwyc", "Привет", "Ñandú", "王小明", "\uD83D\uDC69\u200D\uD83D\uDE80",
            "xq@wyc.example", "https://wyc.example/xq?a=1&b=2", "/upload/wycxq.png", "T-9q", "x\"q\\w", "wyc\u2028xq",
            "QX<b>W</b>",
            "İXQW", "wx.q;qx", "[B]wq[", "${sys.xq}", "{\"xqname\":\"Wyc\"}", "+49 (30) qx", "CALL_XQ", "XQ|Wyc|xq");
    private static final List<String> PIECES = List.of("Quaxwyc", "Привет", "привет", "andú", "小明", "\uD83D\uDC69", "wyc", "9q",
            "\"q", "xq", "qx", "xqw", "wq", "sys.", "xqname", "upload", "<b>");
    private static final List<String> FRAMES = List.of("%s", "%s", "[USER=12]%s[/USER]", "[USER=12 REPLACE]%s[/USER] hm %1$s",
            "[URL=%s]%1$s[/URL]", "[URL]%s[/URL]", "[CODE]%s\n%1$s[/CODE]", "[IMG size=medium]%s[/IMG]", "[SEND=%s]%1$s[/SEND]",
            "[PUT=%s]%1$s[/PUT]", "[QUOTE=%s]%1$s", "[ICON=%s title=%1$s]", ">>%s\n------\n%1$s\n------", "[b]%s [/i] [url",
            "/%s %1$s", "[CALL=%s]%1$s[/CALL]", "[TIMESTAMP=5 FORMAT=Xq]%s", "[[USER=7]%s", "{\"a\":[\"%s\"]}", "chat%s",
            "%s|3|0");
    private static final List<String> NAMES = List.of("message", "chat", "user", "bot", "command", "context", "params", "text",
            "name", "firstName", "lastName", "avatar", "color", "description", "dialogId", "id", "chatId", "authorId", "date",
            "type", "messageType", "entityType", "entityId", "entityData1", "entityData2", "entityLink", "url", "permissions",
            "canPost", "workPosition", "gender", "birthday", "externalAuthId", "status", "absent", "departments", "phones",
            "work_phone", "inner_phone", "website", "email", "language", "reaction", "action", "forward", "chatTitle", "uuid",
            "FILE_ID", "REPLY_ID", "LIKE", "ATTACH", "BLOCKS", "KEYBOARD", "MENU", "BUTTONS", "GRID", "LINK", "USER", "IMAGE",
            "FILE", "NAME", "VALUE", "TEXT", "COMMAND", "COMMAND_PARAMS", "APP_PARAMS", "ACTION", "ACTION_VALUE", "CODE",
            "TYPE",
            "CONTEXT", "DISPLAY", "COLOR", "additionalMessages", "block", "code", "moduleId", "eventMode", "backgroundId",
            "CONNECTOR_MID", "queue", "data", "eventId");

    private final Random random = new Random();

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String secret() {
        return String.format(one(FRAMES), one(SECRETS));
    }

    private String fieldName() {
        return random.nextInt(4) == 0 ? secret() : one(NAMES);
    }

    private JsonNode value(int depth) {
        return switch (depth > 6 ? random.nextInt(4) : random.nextInt(9)) {
            case 0, 1, 2 -> JsonNodeFactory.instance.textNode(secret());
            case 3 -> random.nextBoolean()
                    ? JsonNodeFactory.instance.booleanNode(random.nextBoolean())
                    : JsonNodeFactory.instance.nullNode();
            case 4 -> {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                random.ints(random.nextInt(3)).forEach(any -> list.add(value(depth + 1)));
                yield list;
            }
            default -> object(depth + 1);
        };
    }

    private ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        random.ints(random.nextInt(7)).forEach(any -> object.set(fieldName(), value(depth)));
        return object;
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4 })
    void nothingThatPeopleWroteIsInARecording(long seed) throws Exception {
        random.setSeed(seed);
        int told = 0;
        EventAnonymiser anonymiser = new EventAnonymiser("seed " + seed);
        for (int i = 0; i < 1000; i++) {
            ObjectNode event = JsonNodeFactory.instance.objectNode().put("eventId", i);
            event.put("type", random.nextInt(5) == 0 ? secret() : "ONIMV2MESSAGEADD");
            event.set("data", random.nextInt(9) == 0 ? value(0) : object(0));
            if (random.nextInt(5) == 0) {
                event.set(fieldName(), value(0));
                event.put("eventId", i);
            }
            Bitrix24ImEvent anonymous = anonymiser.anonymise(Bitrix24ImEvent.of(event));

            assertEquals(i, anonymous.getId());
            assertFalse(anonymous.getJson().contains("\n"));
            told += PIECES.stream().anyMatch(strings(event)::contains) ? 1 : 0;
            String left = strings(JSON.readTree(anonymous.getJson()));
            PIECES.forEach(piece -> assertFalse(left.contains(piece.toLowerCase(Locale.ROOT)), () -> piece + " is in "
                                                                                                     + anonymous.getJson()
                                                                                                     + " of " + event));
        }
        assertTrue(told > 500, told + " events told something");
    }

    /** All that a person could read in it. */
    private static String strings(JsonNode node) {
        List<String> found = new ArrayList<>();
        collect(node, found);
        return found.stream().map(text -> text.toLowerCase(Locale.ROOT)).collect(Collectors.joining("\n"));
    }

    private static void collect(JsonNode node, List<String> found) {
        if (node.isTextual()) {
            found.add(node.textValue());
        }
        node.fieldNames().forEachRemaining(found::add);
        node.forEach(child -> collect(child, found));
    }
}

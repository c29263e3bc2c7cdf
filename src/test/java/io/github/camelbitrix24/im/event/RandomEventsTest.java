package io.github.camelbitrix24.im.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * Random events: each keeps the very bytes that it came in, and what the one pass picks up is what parsing the whole
 * tree gives. Run again with {@code -Dseed=...} as the failure says.
 */
class RandomEventsTest {

    private static final int PAGES = 300;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final RandomJson random = new RandomJson(new Random(seed));

    @Test
    void bytesAreKeptAndFieldsAreThoseOfTheTree() throws IOException {
        for (int i = 0; i < PAGES; i++) {
            List<String> sent = new ArrayList<>();
            for (int n = random.below(6); n > 0; n--) {
                sent.add(random.event());
            }
            String page = random.page(sent);
            sent.sort(Comparator.comparingLong(event -> id(tree(event).path("eventId"))));
            List<Bitrix24ImEvent> read = Pages.read(page).events();
            String which = "-Dseed=" + seed + ", page " + i + ": " + page;

            assertEquals(sent.size(), read.size(), which);
            for (int n = 0; n < sent.size(); n++) {
                assertSame(sent.get(n), read.get(n), which);
            }
        }
    }

    private static void assertSame(String sent, Bitrix24ImEvent event, String which) throws IOException {
        JsonNode tree = tree(sent);
        JsonNode data = tree.path("data");
        JsonNode message = data.path("message");
        String type = text(tree.path("type"));

        assertArrayEquals(sent.getBytes(StandardCharsets.UTF_8), event.toByteArray(), which);
        assertArrayEquals(event.toByteArray(), event.toInputStream().readAllBytes(), which);
        assertEquals(sent, event.getJson(), which);
        assertEquals(sent.getBytes(StandardCharsets.UTF_8).length, event.getSize(), which);
        assertEquals(tree, JSON.readTree(event.toJsonNode().toString()), which);
        assertEquals(id(tree.path("eventId")), event.getId(), which);
        assertEquals(type, event.getType(), which);
        assertEquals(text(tree.path("date")), event.getDateText(), which);
        assertEquals(either(id(data.path("chat").path("id")), either(id(message.path("chatId")), id(message.path("chat_id")))),
                event.getChatId(), which);
        assertEquals(either(text(data.path("chat").path("dialogId")), text(data.path("dialogId"))), event.getDialogId(), which);
        assertEquals(either(id(message.path("id")), id(data.path("messageId"))), event.getMessageId(), which);
        boolean written = type != null && (type.endsWith("MESSAGEADD") || type.endsWith("MESSAGEUPDATE"));
        Long author = written ? either(id(message.path("authorId")), id(message.path("author_id"))) : null;
        assertEquals(either(author, id(data.path("user").path("id"))), event.getUserId(), which);
        assertEquals(data.isObject() ? data.size() : 0, event.getData().size(), which);
        assertEquals(text(message.path("text")), event.getMessage().getText(), which);
        assertEquals(text(data.path("user").path("name")), event.getUser().getName(), which);
    }

    private static <T> T either(T first, T second) {
        return first != null ? first : second;
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(json, e);
        }
    }

    private static Long id(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.canConvertToLong() ? node.longValue() : null;
        }
        return node.isTextual() && node.textValue().matches("-?[0-9]{1,18}") ? Long.valueOf(node.textValue()) : null;
    }

    private static String text(JsonNode node) {
        return node.isTextual() || node.isIntegralNumber() ? node.asText() : null;
    }
}

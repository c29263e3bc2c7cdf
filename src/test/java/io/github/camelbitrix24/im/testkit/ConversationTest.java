package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ConversationTest extends PortalTest {

    @Test
    void isLively() throws Exception {
        new Conversation(portal, 7, 1).steps(400).close();
        Set<String> types = new TreeSet<>();
        Set<String> chats = new TreeSet<>();
        Set<String> texts = new TreeSet<>();
        for (JsonNode event : page("{\"limit\":1000}").get("events")) {
            types.add(event.get("type").textValue());
            chats.add(event.at("/data/chat/type").textValue());
            texts.add(event.at("/data/message/text").asText());
        }
        assertEquals(Set.of("ONIMV2MESSAGEADD", "ONIMV2MESSAGEUPDATE", "ONIMV2MESSAGEDELETE", "ONIMV2REACTIONCHANGE",
                "ONIMV2JOINCHAT"), types);
        assertTrue(chats.containsAll(Set.of("chat", "private", "lines", "channel", "comment")), chats.toString());
        assertTrue(texts.contains("ping"));
    }

    @Test
    void theSameSeedIsTheSameConversation() throws Exception {
        Instant noon = Instant.parse("2026-08-21T12:00:00Z");
        portal.clock().freezeAt(noon);
        new Conversation(portal, 7, 42).steps(100).close();
        try (PortalEmulator other = PortalEmulator.start()) {
            other.user(7).named("Ilse Brandt");
            other.clock().freezeAt(noon);
            new Conversation(other, 7, 42).steps(100).close();
            String one = page("{\"limit\":1000}").toString().replace(portal.url(), "");
            String two = json(call(other.user(7), GET, "{\"limit\":1000}").body()).get("result").toString();
            assertEquals(one, two.replace(other.url(), ""));
        }
    }

    @Test
    void theFilesThatMessagesShowAreThere() throws Exception {
        new Conversation(portal, 7, 1).steps(400).close();
        Set<Long> shown = new TreeSet<>();
        page("{\"limit\":1000}").get("events").forEach(event -> event.findPath("params").path("FILE_ID")
                .forEach(id -> shown.add(id.asLong())));
        assertTrue(shown.size() > 5, shown.toString());
        shown.forEach(id -> assertTrue(portal.disk().file(id).size() > 0));
    }

    @Test
    void goesOnByItself() {
        try (Conversation conversation = new Conversation(portal, 7, 1).start(Duration.ofMillis(5))) {
            portal.await(p -> p.pending(7).size() > 5, Duration.ofSeconds(10));
            assertTrue(conversation.stepsDone() >= 5);
        }
    }
}

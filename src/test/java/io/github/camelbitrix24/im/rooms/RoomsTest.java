package io.github.camelbitrix24.im.rooms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The borders between the rooms of the component: who may import whom. They are listed from the bottom up, and each
 * room sees only rooms that stand above it in this list, so that there is no way around in a circle.
 */
class RoomsTest {

    private static final Path MAIN = Path.of("src/main/java");

    /** Each room and those that it sees. */
    private static final List<Map.Entry<String, Set<String>>> ROOMS = List.of(
            Map.entry("text", Set.of()),
            Map.entry("budget", Set.of()),
            Map.entry("rest", Set.of("budget")),
            Map.entry("auth", Set.of("budget", "rest")),
            Map.entry("event", Set.of("budget", "rest")),
            Map.entry("recording", Set.of("event", "text")),
            Map.entry("file", Set.of("budget", "event", "rest")),
            Map.entry("bot", Set.of()),
            Map.entry("registration", Set.of("bot", "budget", "event", "rest")),
            Map.entry("delivery", Set.of("budget", "event")),
            Map.entry("observe", Set.of("auth", "delivery", "rest")),
            Map.entry("exchange", Set.of("event", "rest")),
            Map.entry("consumer", Set.of("auth", "budget", "delivery", "event", "exchange", "observe", "registration", "rest")),
            Map.entry("operation", Set.of(
                    "auth", "budget", "event", "exchange", "file", "observe", "registration", "rest", "text")),
            Map.entry("check", Set.of("rest")),
            Map.entry("inquiry", Set.of("budget", "check", "rest")),
            Map.entry(Source.FRONT, Set.of(
                    "auth", "bot", "budget", "check", "consumer", "delivery", "event", "exchange", "inquiry", "observe",
                    "operation",
                    "registration",
                    "rest", "text")),
            Map.entry("spring", Set.of(Source.FRONT)),
            Map.entry("telemetry", Set.of(Source.FRONT)));

    /** Words that users know from the front door and all rooms use; they see nothing of ours themselves. */
    private static final Set<String> WORDS = Set.of("Bitrix24ImConstants", "Bitrix24ImConsumerState");

    private static final Set<String> CAMEL_ROOMS
            = Set.of(Source.FRONT, "consumer", "exchange", "file", "observe", "operation", "spring", "telemetry");
    private static final Set<String> ROOMS_WITHOUT_JSON = Set.of("budget", "consumer", "delivery", "observe", "text");

    @Test
    void everyRoomSeesOnlyRoomsBelowIt() {
        Set<String> below = new TreeSet<>();
        for (Map.Entry<String, Set<String>> room : ROOMS) {
            assertTrue(below.containsAll(room.getValue()), room + " sees what is not below it: " + below);
            below.add(room.getKey());
        }
    }

    @Test
    void nobodyReachesAcrossABorder() throws IOException {
        assertEquals("", complaints(Source.all(MAIN).stream()));
    }

    @Test
    void aBreachOfABorderIsNoticed() {
        assertEquals("rest/Leak sees auth.Credentials, but rest may see [budget]", complaints(Stream.of(Source.parse("Leak", """
                package io.github.camelbitrix24.im.rest;

                import io.github.camelbitrix24.im.auth.Credentials;
                import io.github.camelbitrix24.im.budget.Urgency;
                """))));
        assertEquals(
                "consumer/Ring sees Bitrix24ImConsumer, but consumer may see [auth, budget, delivery, event, exchange,"
                     + " observe, registration, rest]",
                complaints(Stream.of(Source.parse("Ring", """
                        package io.github.camelbitrix24.im.consumer;

                        import io.github.camelbitrix24.im.Bitrix24ImConstants;
                        import io.github.camelbitrix24.im.Bitrix24ImConsumer;
                        """))));
        assertEquals("delivery/Routed uses Camel\ndelivery/Routed uses Jackson", complaints(Stream.of(Source.parse("Routed", """
                package io.github.camelbitrix24.im.delivery;

                import com.fasterxml.jackson.databind.JsonNode;
                import org.apache.camel.Exchange;
                """))));
        assertEquals("cellar/Rat stands in a room that has no borders yet", complaints(Stream.of(Source.parse("Rat", """
                package io.github.camelbitrix24.im.cellar;
                """))));
    }

    private static String complaints(Stream<Source> sources) {
        return sources.flatMap(RoomsTest::complaints).collect(Collectors.joining("\n"));
    }

    private static Stream<String> complaints(Source source) {
        String where = source.room() + "/" + source.name();
        Set<String> visible = ROOMS.stream().filter(room -> room.getKey().equals(source.room()))
                .map(Map.Entry::getValue).findFirst().orElse(null);
        if (visible == null) {
            return Stream.of(where + " stands in a room that has no borders yet");
        }
        Stream<String> rooms = source.imports().stream()
                .filter(imported -> reachesAcross(source, imported, visible))
                .map(imported -> where + " sees " + imported.replace("io.github.camelbitrix24.im.", "") + ", but "
                                 + source.room() + " may see " + new TreeSet<>(visible));
        boolean camel = source.imports("org.apache.camel") && !CAMEL_ROOMS.contains(source.room())
                && !source.name().equals("CamelHttpTransport");
        boolean json = source.imports("com.fasterxml.") && ROOMS_WITHOUT_JSON.contains(source.room());
        return Stream.of(rooms, camel ? Stream.of(where + " uses Camel") : Stream.<String> empty(),
                json ? Stream.of(where + " uses Jackson") : Stream.<String> empty()).flatMap(complaint -> complaint);
    }

    private static boolean reachesAcross(Source source, String imported, Set<String> visible) {
        String room = Source.room(imported);
        if (room == null || room.equals(source.room()) || visible.contains(room)) {
            return false;
        }
        return WORDS.contains(source.name()) || WORDS.stream().noneMatch(word -> imported.matches(".*\\." + word + "(\\..*)?"));
    }

    @Test
    void theWordsOfTheFrontDoorSeeNothingOfOurs() throws IOException {
        List<Source> words = Source.all(MAIN).stream().filter(source -> WORDS.contains(source.name())).toList();

        assertEquals(WORDS.size(), words.size());
        words.forEach(word -> assertTrue(word.imports().stream().allMatch(imported -> Source.room(imported) == null),
                word.toString()));
    }
}

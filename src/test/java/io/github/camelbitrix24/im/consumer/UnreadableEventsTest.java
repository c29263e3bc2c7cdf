package io.github.camelbitrix24.im.consumer;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.rest.AlteringProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is wrong with one event of a page touches no other; and it comes itself if it has an id. */
class UnreadableEventsTest extends PollTest {

    private final List<Bitrix24ImEvent> events = new CopyOnWriteArrayList<>();
    private AlteringProxy proxy;

    @AfterEach
    void closeProxy() {
        context.stop();
        proxy.close();
    }

    /** Reads through a proxy that alters the pages. */
    private void start(UnaryOperator<String> alteration) throws Exception {
        proxy = new AlteringProxy(portal.url(), alteration);
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration()
                .setCredentials(new WebhookCredentials(reader.webhook().replace(portal.url(), proxy.url())));
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND).routeId("events").process(e -> {
            events.add(e.getMessage().getBody(Bitrix24ImEvent.class));
            note(e);
        }));
    }

    private void recordThree() {
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"before\"}}");
        portal.record(7, "ONIMV2MESSAGEADD",
                "{\"message\":{\"id\":5,\"text\":\"odd\",\"params\":\"ODD\"},\"user\":{\"id\":12}}");
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"after\"}}");
    }

    private static List<String> oddValues() {
        return List.of("\"\u00ff\"", "\"a\u00c3(b\"", "\"\u0080\u0081\"", "\"\u00f5\u0080\u0080\u0080\"", "\"\u00c3\"",
                "{\"\u00fe\":1}", "\"\u00ed\u00a0\u0080\"", "\"\u00c0\u0080\"", "\"\\ud83d\"", "{\"\\udc4d\":\"\\udc4d\"}",
                "9".repeat(1_500), "-" + "1".repeat(20_000), "0." + "7".repeat(1_500), "1e" + "9".repeat(1_200), "1e400000",
                "[".repeat(1_500) + "]".repeat(1_500), "{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500),
                "[1,".repeat(200_000) + "{}" + "]".repeat(200_000), "{\"" + "n".repeat(60_000) + "\":1}",
                "\"a\tb\u0001\n\"", "\"\\q\"", "\"\\u12\"", "\"\\u\"", "NaN", "-Infinity", "007", "[1,2,]");
    }

    @Test
    void itsNeighboursComeAndItComesItselfAsItWas() throws Exception {
        List<String> values = oddValues();
        for (int i = 0; i < values.size(); i++) {
            portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"sound\"}}");
            portal.record(7, "ONIMV2MESSAGEADD",
                    "{\"message\":{\"id\":5,\"text\":\"odd\",\"params\":\"ODD" + i + "\"},\"user\":{\"id\":12}}");
        }
        start(page -> {
            String altered = page;
            for (int i = 0; i < values.size(); i++) {
                altered = altered.replace("\"ODD" + i + "\"", values.get(i));
            }
            return altered;
        });

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
        for (int i = 0; i < values.size(); i++) {
            Bitrix24ImEvent odd = events.get(2 * i + 1);
            String kept = new String(odd.toByteArray(), StandardCharsets.ISO_8859_1);
            assertTrue(kept.contains("\"params\":" + values.get(i) + "}"), kept);
            assertEquals("odd", odd.getMessage().getText());
            assertEquals(5L, odd.getMessageId());
            assertEquals(12L, odd.getUser().getId());
            assertTrue(odd.getData().containsKey("message"));
        }
        assertEquals(List.of(), log.ownMessages().stream().filter(m -> m.getLevel().isGreaterOrEqual(Level.WARN)).toList());
    }

    @Test
    void bytesThatAreNoTextAreReplacementCharactersInIt() throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\":{\"text\":\"a\u00e9b\"}}");
        start(page -> page.replace("\u00c3\u00a9", "\u00ff"));

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals("a\ufffdb", events.get(0).getMessage().getText());
        assertEquals("a\ufffdb", events.get(0).getMessage().get("text"));
        assertTrue(events.get(0).getJson().contains("a\ufffdb"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "[{\"eventId\":2}]", "{\"eventId\":\"\u00ff\"}", "{\"id\":2,\"data\":{\"a\":[]}}" })
    void whatHasNoIdKeepsNoOtherFromComingAndIsSaidOnce(String row) throws Exception {
        recordThree();
        start(page -> replacedSecond(page, row));

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        List<Long> recorded = portal.recorded(7);
        assertEquals(List.of(recorded.get(0), recorded.get(2)), seen);
        List<ILoggingEvent> warnings = log.ownMessages().stream().filter(m -> m.getLevel() == Level.WARN).toList();
        assertEquals(1, warnings.size(), warnings::toString);
        assertTrue(warnings.get(0).getFormattedMessage().contains("without a readable event id"));
    }

    @Test
    void theLineInTheLogIsOneLineWithoutWhatPeopleWrote() throws Exception {
        recordThree();
        start(page -> replacedSecond(page, "{\"eventId\":\"1\\n2\\u001b[31m\",\"type\":\"A\\r\\nB" + "x".repeat(500)
                                           + "\",\"data\":{\"message\":{\"text\":\"private\"}}}"));
        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        String line = onlyMessage().getFormattedMessage();
        assertTrue(line.chars().noneMatch(Character::isISOControl), line);
        assertFalse(line.contains("private"), line);
        assertTrue(line.length() < 500, line);
        assertTrue(line.contains("id 1 2, type A Bxxx"), line);
    }

    @Test
    void aPageOfNothingElseIsAskedForAgainAtTheUsualPace() throws Exception {
        recordThree();
        start(page -> page.replaceAll("\"eventId\":[0-9]+", "\"eventId\":null"));
        for (int i = 0; i < 5; i++) {
            hand.runNext();
        }

        assertEquals(5, portal.calls("im.v2.Event.get").size());
        assertEquals(List.of(), seen);
        assertTrue(onlyMessage().getFormattedMessage().contains("are 3 things without a readable event id"));
        assertEquals(3, portal.pending(7).size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "\u00ef\u00bb\u00bf", " \r\n", "\u00ef\u00bb\u00bf \n" })
    void whatStandsBeforeTheAnswerDoesNotMatter(String before) throws Exception {
        recordThree();
        start(page -> before + page);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
        assertEquals("before", events.get(0).getMessage().getText());
        assertTrue(events.get(0).getJson().startsWith("{\"") && events.get(0).getJson().endsWith("}"));
    }

    @Test
    void aListWithGapsIsAnObjectWithNumbersForKeys() throws Exception {
        recordThree();
        start(page -> {
            String inside = page.substring(page.indexOf("\"events\":[") + 10, page.indexOf("],\"nextOffset\""));
            List<String> numbered = new ArrayList<>();
            int key = 0;
            for (String event : inside.isEmpty() ? List.<String> of() : List.of(inside.split("(?<=}),(?=\\{\"eventId\")"))) {
                numbered.add("\"" + key + "\":" + event);
                key += 2;
            }
            return page.replace("[" + inside + "]", "{" + String.join(",", numbered) + "}");
        });

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = { "\"$1\"", "\" $1 \"", "$1.0", "\"00$1\"" })
    void anIdIsReadHoweverItIsWritten(String id) throws Exception {
        recordThree();
        start(page -> page.replaceAll("\"eventId\":([0-9]+)", "\"eventId\":" + id));

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(portal.recorded(7), seen);
        assertNotNull(events.get(0).getDate());
        assertNull(events.get(0).getReaction());
    }

    private static String replacedSecond(String page, String row) {
        return page.replaceFirst("\\{\"eventId\":[0-9]+,\"type\":\"[A-Z0-9]+\",\"date\":\"[^\"]+\",\"data\":\\{\"message\":"
                                 + "\\{\"id\":5[^}]+},\"user\":\\{\"id\":12}[^}]*}}",
                Matcher.quoteReplacement(row));
    }
}

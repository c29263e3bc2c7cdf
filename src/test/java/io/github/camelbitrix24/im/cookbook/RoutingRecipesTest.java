package io.github.camelbitrix24.im.cookbook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.Await;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class RoutingRecipesTest extends Recipe {

    @TempDir
    Path letters;
    private volatile boolean failing;

    @Test
    void eachChatHasItsOwnWay() {
        portal.chat("chat345").members(7, 12);
        long legal = portal.user(12).says("chat345", "the contract");
        long alone = portal.user(12).says("7", "just you");
        long urgent = portal.user(12).says("chat5", "this is urgent");
        portal.user(12).says("chat5", "this is not");
        start("by-chat", "direct:legal", "direct:private", "direct:urgent");
        awaitAllAcknowledged();

        assertEquals(List.of("direct:legal " + legal, "direct:private " + alone, "direct:urgent " + urgent), sunk);
    }

    @Test
    void whatKeepsFailingIsKeptAndNothingWaitsForIt() throws IOException {
        failing = true;
        property("dead-letters.delay", "1");
        property("dead-letters.folder", letters.toString());
        portal.user(12).says("chat5", "poison");
        start("dead-letters", "direct:sink");
        awaitAllAcknowledged();

        assertEquals(4, sunk.size());
        assertEquals(List.of("poison"), texts());
    }

    @Test
    void deadLettersAreSentBackInAsTheEventsThatTheyWere() throws Exception {
        failing = true;
        property("dead-letters.delay", "1");
        property("dead-letters.folder", letters.toString());
        property("replay.portal", "127.0.0.1:" + portal.port());
        long message = portal.user(12).says("chat5", "poison");
        with("dead-letters");
        start("replay", "direct:sink");
        awaitAllAcknowledged();
        failing = false;
        sunk.clear();

        camel.getCamelContext().getRouteController().startRoute("replay");
        Await.until(() -> "sunk " + sunk, () -> !sunk.isEmpty(), SOON);
        camel.getCamelContext().getRouteController().stopRoute("replay");

        assertEquals(List.of("direct:sink " + message), sunk);
        assertEquals(List.of("poison"), texts());
    }

    @Override
    void sink(String sink, Exchange exchange) {
        super.sink(sink, exchange);
        if (failing) {
            throw new IllegalStateException("cannot take this");
        }
    }

    private List<String> texts() throws IOException {
        try (Stream<Path> files = Files.walk(letters)) {
            return files.filter(Files::isRegularFile).map(RoutingRecipesTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile()).at("/data/message/text").asText();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

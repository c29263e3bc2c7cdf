package io.github.camelbitrix24.im.cookbook;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class HttpRecipesTest extends Recipe {

    private static final String ODD = "a \"quoted\", \\ word, 'and' ${body}\nand a line {x:1} [0], Привет 🎉";

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private String answer = "{}";

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        property("telegram.url", url);
        property("telegram.token", "t0ken");
        property("telegram.chat", "-1001");
        property("ai.url", url);
        property("ai.key", "k3y");
        property("ai.model", "small-1");
    }

    @AfterEach
    void closeServer() {
        server.stop(0);
    }

    @Test
    void aMessageIsPostedAsJsonWhateverItsText() {
        portal.user(12).says("chat5", ODD);
        reader.says("chat5", "mine");
        start("to-http");
        awaitAllAcknowledged();

        assertEquals(List.of("POST /bott0ken/sendMessage null"), requests);
        assertEquals("Marco Silva: " + ODD, bodies.get(0).path("text").asText());
        assertEquals("-1001", bodies.get(0).path("chat_id").asText());
    }

    @Test
    void aSystemMessageIsPostedAsThePortals() {
        portal.chat("chat5").announces("The chat was renamed");
        start("to-http");
        awaitAllAcknowledged();

        assertEquals("The portal: The chat was renamed", bodies.get(0).path("text").asText());
    }

    @Test
    void theAgentAnswersPeopleWhoSpeakToItAlone() {
        answer = "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Forty \\\"two\\\"\"}}]}";
        portal.user(12).says("7", ODD);
        start("ai-agent");
        awaitAllAcknowledged();

        assertEquals(List.of("12 Forty \"two\""), answers());
        assertEquals(List.of("POST /v1/chat/completions Bearer k3y"), requests);
        assertEquals("small-1", bodies.get(0).path("model").asText());
        assertEquals("system", bodies.get(0).at("/messages/0/role").asText());
        assertEquals(ODD, bodies.get(0).at("/messages/1/content").asText());
    }

    @Test
    void theAgentAnswersNeitherItselfNorBotsNorGroupsNorTheSystem() {
        portal.user(151).named("Order bot").bot().says("7", "hello, bot");
        portal.user(12).says("chat5", "hello, all");
        portal.chat("chat5").announces("hello");
        reader.says("12", "hello, Marco");
        start("ai-agent");
        awaitAllAcknowledged();

        assertEquals(List.of(), requests);
        assertEquals(List.of(), answers());
    }

    @Test
    void theAgentKnowsWhatWasSaidBefore() {
        answer = "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"Room 4\"}}]}";
        portal.user(12).says("chat5", "Which room did we say, 4 or 5?");
        long asked = portal.user(12).says("chat5", "@agent do you know? " + ODD);
        portal.user(12).says("chat5", "I do not");
        start("ai-history");
        awaitAllAcknowledged();

        assertEquals(List.of("chat5 Room 4"), answers());
        assertEquals(asked, portal.sent().get(0).replyTo());
        JsonNode quoted = json(bodies.get(0).at("/messages/1/content").asText());
        assertEquals("Which room did we say, 4 or 5?", quoted.at("/0/text").asText());
        assertEquals(12, quoted.at("/0/author_id").asInt());
        assertEquals("system", bodies.get(0).at("/messages/0/role").asText());
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                     + exchange.getRequestHeaders().getFirst("Authorization"));
        bodies.add(new ObjectMapper().readTree(exchange.getRequestBody().readAllBytes()));
        byte[] body = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

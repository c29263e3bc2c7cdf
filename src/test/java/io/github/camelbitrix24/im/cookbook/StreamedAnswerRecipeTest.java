package io.github.camelbitrix24.im.cookbook;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class StreamedAnswerRecipeTest extends Recipe {

    private static final String BEGINNING = chunk("Room 4") + ": a comment\n\n";
    private static final String END = chunk(" is\n**free**")
                                      + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> shownMeanwhile = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private EmulatedBot bot;
    private int answersToCut;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        property("ai.url", "http://127.0.0.1:" + server.getAddress().getPort());
        property("ai.key", "k3y");
        property("ai.model", "small-1");
        property("ai.interval", "1");
        bot = actAsBot();
    }

    @AfterEach
    void closeServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static String chunk(String text) {
        String json = new ObjectMapper().createObjectNode().put("content", text).toString();
        return "data: {\"choices\":[{\"index\":0,\"delta\":" + json + ",\"finish_reason\":null}]}\r\n\r\n";
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        body.write(BEGINNING.getBytes(StandardCharsets.UTF_8));
        body.flush();
        portal.await(p -> !bot.sent().isEmpty(), SOON);
        shownMeanwhile.add(bot.sent().get(0).text());
        if (answersToCut-- > 0) {
            exchange.close();
            return;
        }
        body.write(END.getBytes(StandardCharsets.UTF_8));
        exchange.close();
    }

    private long ask() {
        start("ai-stream");
        long asked = portal.user(12).says("" + bot.id(), "Is room 4 free?");
        portal.await(p -> p.recorded(bot.id()).size() > 1 && p.pending(bot.id()).isEmpty(), SOON);
        return asked;
    }

    @Test
    void theFirstWordsAreShownWhileTheServerIsStillWriting() {
        long asked = ask();

        assertEquals(List.of("Room 4"), shownMeanwhile);
        assertEquals("Room 4 is\n[b]free[/b]", portal.message(bot.sent().get(0).id()).text());
        assertEquals(asked, bot.sent().get(0).replyTo());
        assertEquals(List.of("{\"model\":\"small-1\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"Is room 4"
                             + " free?\"}]}"),
                requests);
    }

    @Test
    void anAnswerThatIsCutIsAskedForAgainAndBecomesTheSameMessage() {
        answersToCut = 1;
        ask();

        assertEquals(2, requests.size());
        assertEquals(1, bot.sent().size());
        assertEquals("Room 4 is\n[b]free[/b]", portal.message(bot.sent().get(0).id()).text());
    }
}

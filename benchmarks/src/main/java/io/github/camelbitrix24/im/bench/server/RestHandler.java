package io.github.camelbitrix24.im.bench.server;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/** The few methods that readers of events call, under {@code /rest/USER/SECRET/METHOD}. */
final class RestHandler implements HttpHandler {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Queues queues;

    RestHandler(Queues queues) {
        this.queues = queues;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        byte[] body = exchange.getRequestBody().readAllBytes();
        JsonNode params = MAPPER.readTree(body.length == 0 ? new byte[] { '{', '}' } : body);
        Queues.User user = queues.user(exchange.getLocalAddress().getAddress().getHostAddress(), Long.parseLong(path[2]));
        user.requests().incrementAndGet();
        switch (path[4].replaceFirst("\\.json$", "")) {
            case "im.v2.Event.get" -> answer(exchange, 200, Answers.of(get(user.queue(), params)));
            case "im.v2.Event.subscribe" -> answer(exchange, 200, Answers.of("true"));
            case "profile" -> answer(exchange, 200, Answers.of(
                    "{\"ID\":\"" + path[2] + "\",\"ADMIN\":false,\"NAME\":\"Robin\",\"LAST_NAME\":\"Service\"}"));
            default -> answer(exchange, 404, Answers.error("ERROR_METHOD_NOT_FOUND", "Method not found!"));
        }
    }

    private static Page get(UserQueue queue, JsonNode params) {
        int limit = Math.max(1, Math.min(1000, params.path("limit").asInt(100)));
        return queue.get(params.path("offset").asLong(0), limit);
    }

    static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}

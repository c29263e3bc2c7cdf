package io.github.camelbitrix24.im.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.BudgetState;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.Obstacle;
import io.github.camelbitrix24.im.rest.RestAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * Asks the portal, and keeps what it said. Only methods that change nothing there may be asked.
 */
final class Questions {

    /** Whoever waits for a check has a person before him. */
    static final Duration LONGEST = Duration.ofSeconds(30);

    private final RestClient client;
    private final Clock clock;
    private final Instant began;
    private final List<Reply> replies = new ArrayList<>();

    Questions(RestClient client, Clock clock) {
        this.client = client;
        this.clock = clock;
        this.began = clock.instant();
    }

    static ObjectNode none() {
        return Json.MAPPER.createObjectNode();
    }

    Reply ask(String method) throws OutOfTimeException {
        return ask(method, none());
    }

    /** @throws OutOfTimeException if it cannot be asked any more */
    Reply ask(String method, ObjectNode params) throws OutOfTimeException {
        Instant before = clock.instant();
        Duration left = LONGEST.minus(Duration.between(began, before));
        if (left.isNegative() || left.isZero()) {
            throw new OutOfTimeException();
        }
        Reply reply;
        try {
            RestAnswer<JsonNode> answer = client.call(
                    Urgency.OTHER, null, method, params, left, (parser, body) -> Json.MAPPER.<JsonNode> readTree(parser));
            reply = new Reply(answer.result(), answer.time(), null, before, clock.instant());
        } catch (RestException e) {
            if (e.obstacle() == Obstacle.NO_TIME) {
                throw new OutOfTimeException();
            }
            reply = Reply.refused(e, before, clock.instant());
        }
        replies.add(reply);
        return reply;
    }

    /** Reads the oldest event of a queue. Below the offset 1 there is none, so nothing is deleted. */
    Reply head(String method, ObjectNode params) throws OutOfTimeException {
        return ask(method, params.put("offset", 1).put("limit", 1));
    }

    /** What was said so far. */
    Stream<Reply> replies() {
        return replies.stream();
    }

    Reply first(Predicate<Reply> kind) {
        return replies.stream().filter(kind).findFirst().orElse(null);
    }

    BudgetState budget() {
        return client.budget();
    }
}

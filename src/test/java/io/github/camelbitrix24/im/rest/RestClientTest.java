package io.github.camelbitrix24.im.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of the permits and signatures of a call, whatever the portal does. */
class RestClientTest {

    private static final int CAPACITY = 9;

    private final AtomicLong now = new AtomicLong();
    private final RequestBudget budget = new RequestBudget(now::get);
    private final Deque<Outcome> outcomes = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private final Tokens tokens = new Tokens();
    private final RestClient client = new RestClient(this::post, tokens, budget, now::get);

    private interface Outcome {
        HttpAnswer answer() throws IOException;
    }

    /** The first signature is number 0, and each takes the place of the one before. */
    private static final class Tokens implements CallAuthorization {

        private final List<Integer> accepted = new ArrayList<>();
        private boolean missing;

        @Override
        public PortalAddress portal() {
            return PortalAddress.parse("https://acme.example", false);
        }

        @Override
        public String userId() {
            return "7";
        }

        @Override
        public Signature signature(Duration atMost) throws RestException {
            if (missing) {
                throw RestException.unusable(FailureKind.NOT_AUTHORISED, TokenRequest.NAME, "there are none", 0, null);
            }
            return new Token(this, 0);
        }

        @Override
        public String redact(String text) {
            return Redaction.of(text, "t0ken");
        }
    }

    private record Token(Tokens tokens, int number) implements Signature {

        @Override
        public String path(String method) {
            return "/rest/" + method;
        }

        @Override
        public ObjectNode sign(String method, ObjectNode params) {
            return params.deepCopy().put("auth", "t0ken" + number);
        }

        @Override
        public void accepted() {
            tokens.accepted.add(number);
        }

        @Override
        public boolean isStale(String code) {
            return "expired_token".equals(code);
        }

        @Override
        public Signature renew(Duration atMost) {
            return new Token(tokens, number + 1);
        }
    }

    @BeforeEach
    void anEmptyBucketFor9() {
        budget.limit(0.001, 10);
        now.addAndGet(Duration.ofDays(1).toNanos());
    }

    private HttpAnswer post(RestRequest request) throws IOException {
        assertEquals(1, budget.state().underWay(), "while it is made");
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        request.body().writeTo(body);
        bodies.add(body.toString(StandardCharsets.UTF_8));
        return outcomes.pop().answer();
    }

    private void answers(int status, String json) {
        outcomes.add(() -> new HttpAnswer(status, json.getBytes(StandardCharsets.UTF_8), null));
    }

    private Object call(Permit granted) throws RestException {
        return client.call(Urgency.OTHER, granted, "server.time", Json.MAPPER.createObjectNode().put("x", 1)).asBoolean();
    }

    private Permit permit() throws InterruptedException {
        return budget.acquire(Urgency.OTHER, this, Duration.ZERO);
    }

    /** How many more requests fit by now. */
    private int room() throws InterruptedException {
        int room = 0;
        List<Permit> taken = new ArrayList<>();
        for (Permit permit = permit(); permit != null; permit = permit()) {
            taken.add(permit);
            room++;
        }
        taken.forEach(Permit::close);
        return room;
    }

    @Test
    void whoBringsAPermitNeedsNoOther() throws Exception {
        answers(200, "{\"result\":true}");
        for (int i = 0; i < CAPACITY - 1; i++) {
            try (Permit permit = permit()) {
                assertTrue(permit.sent());
            }
        }
        Permit last = permit();
        assertEquals(0, room());

        assertEquals(true, call(last));

        assertEquals(0, budget.state().underWay());
        last.close();
        assertEquals(0, budget.state().underWay());
        assertEquals(0, room());
    }

    @Test
    void aPermitIsGoodForOneRequest() throws Exception {
        answers(200, "{\"result\":true}");
        answers(200, "{\"result\":true}");
        try (Permit permit = permit()) {
            call(permit);
            call(permit);
        }

        assertEquals(CAPACITY - 2, room());
        assertEquals(2, client.requests());
    }

    @Test
    void whatIsRepeatedWithAnotherSignatureIsGrantedAnew() throws Exception {
        answers(401, "{\"error\":\"expired_token\"}");
        answers(200, "{\"result\":true}");
        try (Permit permit = permit()) {
            assertEquals(true, call(permit));
        }

        assertEquals(List.of("{\"x\":1,\"auth\":\"t0ken0\"}", "{\"x\":1,\"auth\":\"t0ken1\"}"), bodies);
        assertEquals(List.of(1), tokens.accepted);
        assertEquals(CAPACITY - 2, room());
        assertEquals(0, budget.state().underWay());
    }

    @Test
    void aPortalThatTakesNoneIsAskedThreeTimes() throws Exception {
        for (int i = 0; i < 4; i++) {
            answers(401, "{\"error\":\"expired_token\",\"error_description\":\"t0ken is old\"}");
        }

        RestException failure = assertThrows(RestException.class, () -> call(null));

        assertEquals(3, bodies.size());
        assertFalse(failure.getMessage().contains("t0ken"), failure.getMessage());
        assertEquals(failure.getMessage() + ". " + failure.advice(), failure.explanation());
    }

    static Stream<Outcome> failures() {
        return Stream.of(
                () -> {
                    throw new IOException("at https://acme.example/rest/t0ken");
                },
                () -> {
                    throw new OversizedAnswerException(1000);
                },
                () -> {
                    throw new NotSentException("no route");
                },
                () -> {
                    throw new OutOfMemoryError("on purpose");
                },
                () -> {
                    throw new IllegalStateException("on purpose");
                },
                () -> new HttpAnswer(200, "{\"result\":".getBytes(StandardCharsets.UTF_8), null),
                () -> new HttpAnswer(302, new byte[0], "https://elsewhere.example/"),
                () -> new HttpAnswer(500, new byte[0], null));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whateverHappensTheRequestCountsAsAnswered(Outcome outcome) throws Exception {
        outcomes.add(outcome);
        outcomes.add(outcome);

        Throwable own = assertThrows(Throwable.class, () -> call(null));
        Throwable brought = assertThrows(Throwable.class, () -> {
            try (Permit permit = permit()) {
                call(permit);
            }
        });

        assertEquals(own.getClass(), brought.getClass());
        assertEquals(0, budget.state().underWay());
        assertEquals(CAPACITY - 2, room());
        assertFalse(String.valueOf(own.getMessage()).contains("t0ken"), own::getMessage);
    }

    @Test
    void whatIsNotMadeTakesNoRoom() throws Exception {
        tokens.missing = true;
        try (Permit permit = permit()) {
            assertNotNull(permit);
            assertTrue(assertThrows(RestException.class, () -> call(permit)).isNotSent());
        }

        assertEquals(CAPACITY, room());
        assertEquals(List.of(), bodies);
        assertEquals(0, client.requests());
    }
}

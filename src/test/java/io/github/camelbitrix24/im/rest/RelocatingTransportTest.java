package io.github.camelbitrix24.im.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** To follow a portal to its new address takes three requests, each of which the budget must grant. */
class RelocatingTransportTest {

    private static final String PATH = "/rest/7/s3cret/im.message.add";
    private static final WebhookCredentials READER = new WebhookCredentials("https://old.bitrix24.com/rest/7/s3cret/");
    private static final PortalAddress OLD = READER.portal();

    private final AtomicLong now = new AtomicLong();
    private final RequestBudget budget = new RequestBudget(now::get);
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();
    private final RelocatingTransport transport
            = new RelocatingTransport(
                    new WebhookAuthorization(READER), new Moved(), new RedirectPolicy(Set.of()), now::get);

    private final class Moved implements PortalConnections {

        @Override
        public RestTransport to(PortalAddress address) {
            return (path, body, responseTimeout) -> {
                ByteArrayOutputStream json = new ByteArrayOutputStream();
                body.writeTo(json);
                posts.add(address.host() + path);
                bodies.add(json.toString(StandardCharsets.UTF_8));
                return address.equals(OLD)
                        ? new HttpAnswer(302, new byte[0], "https://new.bitrix24.com" + path)
                        : new HttpAnswer(200, "{\"result\":{\"ID\":\"7\"}}".getBytes(StandardCharsets.UTF_8), null);
            };
        }

        @Override
        public void begin() {
        }

        @Override
        public void end() {
        }
    }

    private HttpAnswer call() throws IOException, InterruptedException {
        try (Permit permit = budget.acquire(Urgency.OTHER, this)) {
            permit.sent();
            return transport.post(new RestRequest(
                    "im.message.add", new WebhookAuthorization(READER), Json.MAPPER.createObjectNode().put("x", 1),
                    permit, null));
        }
    }

    private boolean isRoom() throws InterruptedException {
        try (Permit permit = budget.acquire(Urgency.OTHER, this, Duration.ZERO)) {
            return permit != null && permit.sent();
        }
    }

    @Test
    void eachRequestIsGranted() throws Exception {
        budget.limit(0.001, 100);
        // by then the bucket is empty
        now.addAndGet(Duration.ofDays(2).toNanos());
        assertEquals(200, call().status());

        assertEquals(3, posts.size());
        assertEquals(0, budget.state().underWay());
        for (int more = 0; more < 87; more++) {
            assertTrue(isRoom());
        }
        assertFalse(isRoom());
    }

    @Test
    void theNewPlaceIsAskedInTheSameNameAndWithNothingElse() throws Exception {
        assertEquals(200, call().status());

        assertEquals(List.of("old.bitrix24.com" + PATH, "new.bitrix24.com/rest/7/s3cret/profile", "new.bitrix24.com" + PATH),
                posts);
        assertEquals(List.of("{\"x\":1}", "{}", "{\"x\":1}"), bodies);
    }

    @Test
    void withoutAGrantNothingMoreIsSent() throws Exception {
        budget.limit(0.001, 1);
        CompletableFuture<Throwable> failure = new CompletableFuture<>();
        Thread caller = new Thread(() -> failure.complete(assertThrows(IOException.class, this::call)));
        caller.start();
        while (budget.state().waiting() == 0) {
            Thread.onSpinWait();
        }
        assertEquals(List.of("old.bitrix24.com" + PATH), posts);
        caller.interrupt();

        assertEquals(InterruptedIOException.class, failure.get(20, TimeUnit.SECONDS).getClass());
        assertEquals(0, budget.state().underWay());
    }
}

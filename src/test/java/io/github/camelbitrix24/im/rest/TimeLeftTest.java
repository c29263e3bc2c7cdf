package io.github.camelbitrix24.im.rest;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The time that is given to one call is for all of it. */
class TimeLeftTest {

    private final AtomicInteger posts = new AtomicInteger();
    private final RequestBudget budget = new RequestBudget(System::nanoTime);
    private final RestClient client = new RestClient(request -> {
        posts.incrementAndGet();
        return new HttpAnswer(200, "{\"result\":true}".getBytes(), null);
    }, new WebhookAuthorization(new WebhookCredentials("https://acme.example/rest/7/s3cret/")), budget, System::nanoTime);

    private RestException refused(Duration limit) {
        return assertThrows(RestException.class,
                () -> client.call(Urgency.POLL, null, "im.v2.Event.get", Json.MAPPER.createObjectNode(), limit,
                        (parser, body) -> true));
    }

    @Test
    void anEmptyBudgetHoldsACallUpForItsTimeOnly() throws Exception {
        budget.limit(0.001, 1);
        budget.acquire(Urgency.OTHER, this);

        RestException failure = refused(Duration.ofMillis(50));

        assertEquals(FailureKind.UNAVAILABLE, failure.kind());
        assertTrue(failure.isNotSent());
        assertEquals(0, posts.get());
        assertEquals(0, budget.state().waiting());
        assertEquals(1, budget.state().underWay());
    }

    @Test
    void withoutTimeNothingIsSent() {
        assertTrue(refused(Duration.ZERO).isNotSent());
        assertEquals(0, posts.get());
    }

    @Test
    void withTimeItIs() throws Exception {
        assertEquals(true, client
                .call(Urgency.OTHER, null, "profile", Json.MAPPER.createObjectNode(), Duration.ofMinutes(1), (parser, body) -> {
                    parser.skipChildren();
                    return true;
                }).result());
        assertEquals(1, posts.get());
    }
}

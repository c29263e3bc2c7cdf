package io.github.camelbitrix24.im.rest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** A portal that rejects a call as one too many is believed: its bucket is full, whoever has filled it. */
class RejectionTest {

    private final AtomicLong now = new AtomicLong();
    private final RequestBudget budget = new RequestBudget(now::get);
    private final RestClient client = new RestClient(
            request -> new HttpAnswer(
                    503, "{\"error\":\"QUERY_LIMIT_EXCEEDED\"}".getBytes(StandardCharsets.UTF_8), null),
            new WebhookAuthorization(new WebhookCredentials("https://acme.example/rest/7/s3cret/")), budget, now::get);

    @Test
    void afterARejectionNobodyCallsUntilThereIsRoom() throws Exception {
        budget.limit(2, 50);
        // by then the bucket is empty
        now.addAndGet(Duration.ofHours(1).toNanos());

        assertThrows(RestException.class, () -> client.call(Urgency.OTHER, "profile", Json.MAPPER.createObjectNode()));

        assertNull(budget.acquire(Urgency.ACKNOWLEDGEMENT, "another caller", Duration.ZERO));
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertNotNull(budget.acquire(Urgency.OTHER, "another caller", Duration.ZERO));
        assertEquals(1, budget.state().rejections());
    }
}

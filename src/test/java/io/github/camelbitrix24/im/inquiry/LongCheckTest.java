package io.github.camelbitrix24.im.inquiry;

import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.check.CheckReport;
import io.github.camelbitrix24.im.check.Verdict;
import io.github.camelbitrix24.im.rest.HttpAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whoever waits for a check does not wait for longer than half a minute. */
class LongCheckTest {

    private static final WebhookCredentials CREDENTIALS = new WebhookCredentials("https://acme.example/rest/7/s3cret/");

    private final RequestBudget budget = new RequestBudget(System::nanoTime);
    private final List<String> asked = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-27T12:00:00Z");
    private Duration pace = Duration.ZERO;

    private final RestClient client = new RestClient(request -> {
        asked.add(request.method());
        if (!request.method().equals("profile")) {
            now = now.plusSeconds(20);
            throw new SocketTimeoutException("Read timed out");
        }
        return new HttpAnswer(200, "{\"result\":{\"ID\":\"7\"}}".getBytes(StandardCharsets.UTF_8), null);
    }, new WebhookAuthorization(CREDENTIALS), budget, System::nanoTime);

    private final Clock clock = new Clock() {

        @Override
        public Instant instant() {
            Instant read = now;
            now = now.plus(pace);
            return read;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }
    };

    private CheckReport check() {
        return new PortalCheck(
                new Subject(CREDENTIALS.portal(), "7", null, List.of(), null, null, List.of()), client, clock, Pause.OF_THE_JDK)
                .run();
    }

    @Test
    void aPortalThatHangsIsNotAskedOnAndOn() {
        CheckReport report = check();

        assertEquals(List.of("profile", "im.v2.Event.get", "scope"), asked);
        assertEquals(Verdict.HOLDS, report.row("credentials").verdict());
        assertEquals(Verdict.NOT_KNOWN, report.row("clock").verdict());
        assertTrue(report.row("budget").verdict() != Verdict.DOES_NOT_HOLD, report.toString());
    }

    @Test
    void whereOthersUseUpTheBudgetThatIsTheCause() throws Exception {
        budget.limit(0.01, 1);
        budget.acquire(Urgency.SEND, "another caller", Duration.ZERO);
        pace = Duration.ofMillis(29_950);
        CheckReport report = check();

        assertEquals(List.of(), asked);
        assertEquals(Verdict.DOES_NOT_HOLD, report.row("budget").verdict());
        assertTrue(report.row("budget").finding().contains("no room"), report.toString());
        assertEquals("Not known as long as budget does not hold.", report.row("address").finding());
    }
}

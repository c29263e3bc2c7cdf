package io.github.camelbitrix24.im.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventPageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Answers that a portal should not give, and what they must not lead to. */
class PortalGlitchesTest {

    private static final Instant START = Instant.parse("2026-08-21T11:00:00Z");
    private static final String LONG_AGO = "2026-08-21T12:00:00+03:00";
    private static final Duration SETTLE = Duration.ofSeconds(2);

    private Instant now = START;
    private Delivery delivery = delivery(1, 1000);

    private Delivery delivery(int concurrency, int limit) {
        return new Delivery(
                new DeliveryOptions(
                        concurrency, false, limit, 1000, 1 << 20, SETTLE, Duration.ofSeconds(5), Backoff.REDELIVERY),
                nanos());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aReadingThatMissesEverythingIsNotBelieved(boolean claimsMore) {
        read(event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));
        finishAll();

        Arrivals arrivals = receive(page(claimsMore));
        assertEquals(List.of(), arrivals.gone());
        read(event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));

        assertNull(take(), "they are done");
        assertEquals(7, acknowledgement().offset());
    }

    @Test
    void theSameMomentWithAnotherOffsetIsTheSameRow() {
        String elsewhere = "2026-08-21T09:00:00Z";
        read(event(5, LONG_AGO, "a"), event(6, elsewhere, "b"));
        finishAll();

        read(event(5, elsewhere, "a"), event(6, LONG_AGO, "b"));

        assertNull(take(), "they are done");
        assertEquals(7, acknowledgement().offset());
    }

    @Test
    void whatIsStillMissingLaterIsGone() {
        read(event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));
        finishAll();
        assertEquals(List.of(), receive(page(false)).gone());
        advance(SETTLE);

        assertEquals(List.of(5L, 6L), receive(page(false)).gone());
        assertEquals(List.of(), receive(page(false)).gone(), "told once");
        assertFalse(delivery.hasUnacknowledged());

        read(event(5, LONG_AGO, "a"));
        assertNull(take(), "it was done in this run");
    }

    @Test
    void whatWasAcknowledgedIsNotMissedThoughTheAnswerGotLost() {
        read(event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));
        finishAll();
        assertEquals(7, acknowledgement().offset());
        for (int reading = 0; reading < 3; reading++) {
            advance(SETTLE);
            assertEquals(List.of(), receive(page(false)).gone());
        }

        assertFalse(delivery.hasUnacknowledged());
        assertNull(delivery.state().oldest());
    }

    @Test
    void anEventInTheRouteThatIsGoneDoesNotHoldTheOthersBack() {
        delivery = delivery(DeliveryOptions.INDEPENDENT, 1000);
        read(event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));
        Handout takenAway = take();
        delivery.done(take());
        read(event(6, LONG_AGO, "b"));
        advance(SETTLE);
        read(event(6, LONG_AGO, "b"));

        assertEquals(7, acknowledgement().offset());
        read(event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));
        assertNull(take(), "still in the route");
        delivery.done(takenAway);
        assertNull(take());
    }

    @Test
    void whatWasAcknowledgedAndComesAgainIsNotHandedOutAgain() {
        read(event(5, LONG_AGO, "a"));
        finishAll();
        GetRequest acknowledgement = acknowledgement();
        delivery.receive(reading(acknowledgement, page(false)), event -> false);

        Arrivals arrivals = receive(page(false, event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b")));

        assertEquals(1, arrivals.repeated());
        assertEquals(6L, take().first().getId());
        assertNull(take());
    }

    @Test
    void whatComesAgainIsNoReasonToReadOnAndOn() {
        delivery = delivery(1, 2);
        read(event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));
        finishAll();
        for (int calls = 0; calls < 3; calls++) {
            GetRequest request = delivery.nextRequest(nanos(), calls > 0);
            if (request == null) {
                break;
            }
            assertTrue(calls < 2, "reads on and on");
            delivery.receive(reading(request, page(true, event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"))), event -> false);
        }
        assertFalse(delivery.wantsMore());
    }

    @Test
    void anEventWithTheIdAndDateOfAnAcknowledgedOneButOtherContentComes() {
        read(event(5, LONG_AGO, "a"));
        finishAll();
        delivery.receive(reading(acknowledgement(), page(false)), event -> false);

        read(event(5, LONG_AGO, "restored"));

        assertEquals(5L, take().first().getId());
    }

    @Test
    void aRowThatWasNotThereAMomentAgoIsYoungWhateverItsDateSays() {
        read();
        advance(Duration.ofMillis(500));
        read(event(5, LONG_AGO, "dated by a node whose clock is behind"));
        finishAll();
        assertNull(acknowledgement());

        advance(Duration.ofMillis(1_400));
        read(event(5, LONG_AGO, "dated by a node whose clock is behind"));
        assertNull(acknowledgement());

        advance(Duration.ofMillis(700));
        read(event(5, LONG_AGO, "dated by a node whose clock is behind"));
        assertNotNull(acknowledgement());
    }

    @Test
    void aRowBehindAFullPageMayBeAsOldAsItsDateSays() {
        delivery = delivery(1, 2);
        read(2, event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"));
        finishAll();
        GetRequest next = acknowledgement();
        assertEquals(7, next.offset());
        delivery.receive(reading(next, page(true, event(7, LONG_AGO, "c"), event(8, LONG_AGO, "d"))), event -> false);
        finishAll();

        assertEquals(9, acknowledgement().offset());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "+999999999-12-31T23:59:59-18:00", "-999999999-01-01T00:00:00+18:00", "9999-12-31T23:59:59+00:00",
            "0001-01-01T00:00:00+00:00", "yesterday", "" })
    void anEventWithAFarDateIsDeliveredAndAcknowledged(String date) {
        read(event(5, date, "a"));
        assertEquals(5L, take(true).first().getId());
        advance(SETTLE.plusMillis(1));
        read(event(5, date, "a"));

        assertEquals(6, acknowledgement().offset());
        assertNotNull(delivery.state().lag(nanos()));
    }

    @ParameterizedTest
    @ValueSource(longs = { 0, -7, Long.MAX_VALUE })
    void anEventThatNoOffsetCanAcknowledgeComesOnceAndHoldsUpNothing(long id) {
        for (int reading = 0; reading < 3; reading++) {
            read(event(id, LONG_AGO, "odd"), event(5, LONG_AGO, "a"));
            finishAll();
        }
        assertEquals(2, delivery.state().received());
        assertEquals(6, acknowledgement().offset());
        delivery.receive(reading(acknowledgement(), page(false, event(id, LONG_AGO, "odd"))), event -> false);

        assertFalse(delivery.hasUnacknowledged());
        assertNull(delivery.nextFinalRequest(nanos(), true));
    }

    @Test
    void anIdThatStandsTwiceInAPageDoesNotComeAgainAndAgain() {
        for (int reading = 0; reading < 3; reading++) {
            read(event(5, LONG_AGO, "a"), event(5, "2026-08-21T12:00:01+03:00", "b"));
            finishAll();
        }
        assertEquals(1, delivery.state().received());
        assertEquals(6, acknowledgement().offset());
    }

    @Test
    void aSmallPageThatIsFullIsNotTheEnd() {
        delivery.receive(
                reading(GetRequest.harmless(2), page(true, event(5, LONG_AGO, "a"), event(6, LONG_AGO, "b"))), event -> false);
        finishAll();

        assertTrue(delivery.wantsMore());
        assertEquals(1000, acknowledgement().limit(), "reads on");
    }

    private Handout take() {
        return delivery.take(nanos());
    }

    private Handout take(boolean finish) {
        Handout handout = take();
        delivery.done(handout);
        return handout;
    }

    private void finishAll() {
        for (Handout handout = take(); handout != null; handout = take()) {
            delivery.done(handout);
        }
    }

    private GetRequest acknowledgement() {
        GetRequest request = delivery.nextRequest(nanos(), true);
        return request != null && request.acknowledges() ? request : null;
    }

    private void read(String... events) {
        receive(page(false, events));
    }

    private void read(int limit, String... events) {
        delivery.receive(reading(GetRequest.harmless(limit), page(events.length >= limit, events)), event -> false);
    }

    private Arrivals receive(EventPage page) {
        return delivery.receive(reading(GetRequest.harmless(1000), page), event -> false);
    }

    private Reading reading(GetRequest request, EventPage page) {
        return new Reading(request, page, now, nanos(), nanos());
    }

    private void advance(Duration time) {
        now = now.plus(time);
    }

    private long nanos() {
        return Duration.between(START, now).toNanos();
    }

    private static String event(long id, String date, String text) {
        return "{\"eventId\":%d,\"type\":\"ONIMV2MESSAGEADD\",\"date\":\"%s\",\"data\":{\"chat\":{\"id\":1},\"text\":\"%s\"}}"
                .formatted(id, date, text);
    }

    static EventPage page(boolean more, String... events) {
        List<String> list = new ArrayList<>(List.of(events));
        byte[] body
                = ("{\"events\":[" + String.join(",", list) + "],\"hasMore\":" + more + "}").getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            parser.nextToken();
            return new EventPageReader().read(parser, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

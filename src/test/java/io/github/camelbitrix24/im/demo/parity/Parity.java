package io.github.camelbitrix24.im.demo.parity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.demo.parity.ParityRow.Outcome;
import io.github.camelbitrix24.im.demo.parity.ParityRow.Verdict;

/**
 * What a portal does, beside what is known of portals.
 */
public final class Parity {

    private final List<Outcome> outcomes;

    private Parity(List<Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    /**
     * What may be done at the portal beyond looking.
     *
     * @param subscribe   whether the user may be subscribed
     * @param chat        in which chat messages may be posted, edited and deleted, or {@code null}
     * @param unsubscribe whether the user may be unsubscribed, which can delete all events that wait
     */
    public record Allowed(boolean subscribe, String chat, boolean unsubscribe) {

        public static final Allowed NOTHING = new Allowed(false, null, false);

        /** What will be done, for whoever lends the portal to read before it is done. */
        public String announcement() {
            List<String> changes = new ArrayList<>();
            if (subscribe) {
                changes.add("subscribes the user to events");
            }
            if (chat != null) {
                changes.add("posts about ten messages as the user in " + chat + ", edits and likes some, and deletes them all");
            }
            if (unsubscribe) {
                changes.add("unsubscribes the user in the end, which deletes the events that wait");
            }
            return "This takes about a minute and reads without acknowledging anything. "
                   + (changes.isEmpty() ? "It changes nothing." : "It also " + String.join("; it ", changes) + ".");
        }
    }

    /** Plays the rows on a portal. */
    static Parity play(LentPortal portal, Allowed allowed) throws IOException, InterruptedException {
        portal.requireEvents();
        List<Outcome> outcomes = new ArrayList<>();
        ParityRow subscription = new ParityRow("subscribing twice", "true", Parity::subscribe);
        outcomes.add(allowed.subscribe() ? subscription.play(portal) : subscription.left());
        for (ParityRow row : HarmlessRows.ALL) {
            outcomes.add(row.play(portal));
        }
        for (ParityRow row : new PostingRows(allowed.chat()).all()) {
            outcomes.add(allowed.chat() == null ? row.left() : row.play(portal));
        }
        ParityRow end = new ParityRow("unsubscribing", "deletes the events that wait", Parity::unsubscribe);
        outcomes.add(allowed.unsubscribe() ? end.play(portal) : end.left());
        return new Parity(outcomes);
    }

    private static String subscribe(LentPortal portal) throws IOException, InterruptedException {
        portal.post("im.v2.Event.subscribe", "{}");
        Reading again = portal.post("im.v2.Event.subscribe", "{}");
        return again.isRefused() ? again.outcome() : again.result().isBoolean() ? again.result().asText() : "another answer";
    }

    private static String unsubscribe(LentPortal portal) throws IOException, InterruptedException {
        if (portal.page(1).result().path("events").isEmpty()) {
            return null;
        }
        Reading end = portal.post("im.v2.Event.unsubscribe", "{}");
        JsonNode left = portal.page(1).result().path("events");
        return end.isRefused() ? end.outcome() : left.isEmpty() ? "deletes the events that wait" : "keeps the events that wait";
    }

    /** What the portal does, by the topics in which it differs. */
    Map<String, String> differences() {
        return outcomes.stream().filter(outcome -> outcome.verdict() == Verdict.DIFFERENT)
                .collect(Collectors.toMap(outcome -> outcome.row().topic(), Outcome::actual));
    }

    List<Outcome> outcomes() {
        return outcomes;
    }

    /** A table without names and texts. */
    @Override
    public String toString() {
        String rows = outcomes.stream().map(Parity::line).collect(Collectors.joining("\n"));
        Map<Verdict, Long> counts = outcomes.stream().collect(Collectors.groupingBy(Outcome::verdict, Collectors.counting()));
        return rows + "\n" + counts.getOrDefault(Verdict.SAME, 0L) + " same, " + counts.getOrDefault(Verdict.DIFFERENT, 0L)
               + " different, " + counts.getOrDefault(Verdict.NOT_TRIED, 0L) + " not tried";
    }

    private static String line(Outcome outcome) {
        return switch (outcome.verdict()) {
            case SAME -> "%-10s %-44s %s".formatted("same", outcome.row().topic(), outcome.actual());
            case DIFFERENT -> "%-10s %-44s %s, known is: %s".formatted(
                    "DIFFERENT", outcome.row().topic(), outcome.actual(), outcome.row().expected());
            case NOT_TRIED -> "%-10s %-44s %s; known is: %s".formatted(
                    "not tried", outcome.row().topic(), outcome.actual(), outcome.row().expected());
        };
    }

    /**
     * Plays the rows on the portal of a webhook.
     *
     * @param  pause                    how many milliseconds to wait before each request
     * @throws IllegalArgumentException if they are none of a webhook; the message holds no secret
     * @throws IOException              if nothing can be played there, and why
     */
    public static Parity of(String portalUrl, String userId, String secret, Allowed allowed, long pause)
            throws IOException, InterruptedException {
        return play(new LentPortal(portalUrl, userId, secret, () -> Thread.sleep(pause)), allowed);
    }

    public boolean hasDifferences() {
        return !differences().isEmpty();
    }
}

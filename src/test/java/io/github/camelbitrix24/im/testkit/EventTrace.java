package io.github.camelbitrix24.im.testkit;

import java.time.Instant;

/**
 * What became of an event so far, as far as the portal can know. Times go by the portal's clock, and are null as long
 * as nothing of the kind has happened.
 *
 * @param fetchedAt      when an answer first contained it
 * @param askedAgainAt   when a reader that had it came back without acknowledging it
 * @param acknowledgedAt when an offset deleted it
 * @param data           of the event, as JSON
 */
public record EventTrace(
        long id, String type, Stage stage, Instant recordedAt, Instant fetchedAt, Instant askedAgainAt,
        Instant acknowledgedAt, String data) {

    /** How far it has come. */
    public enum Stage {
        /** It has its id, and is not visible yet. */
        LATE,
        /** It waits in the queue, and nobody has seen it. */
        RECORDED,
        /** An answer contained it. */
        FETCHED,
        /** Its reader came again and left it in the queue: it is with a route, or waits for its turn there. */
        HANDED_OVER,
        /** An offset has deleted it, after an answer had contained it. */
        ACKNOWLEDGED,
        /** An offset has deleted it though no answer ever contained it. */
        LOST,
        /** It went without an offset: by unsubscribing, by age, with a backup. */
        PURGED
    }
}

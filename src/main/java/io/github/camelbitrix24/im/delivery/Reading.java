package io.github.camelbitrix24.im.delivery;

import java.time.Instant;

import io.github.camelbitrix24.im.event.EventPage;

/**
 * A page and when it was read.
 *
 * @param request    what was asked
 * @param page       what came
 * @param portalTime when the portal began to answer, by its own clock; {@code null} if it did not say
 * @param askedAt    when it was asked, after a wait for the budget, in nanoseconds of a monotonic source
 * @param answeredAt when the answer was there, on the same source
 */
public record Reading(GetRequest request, EventPage page, Instant portalTime, long askedAt, long answeredAt) {

    boolean isFull() {
        return page.hasMore() || page.rows() >= request.limit();
    }

    /** The highest id up to which this page shows every row that the portal has. */
    long coveredTo() {
        if (!isFull()) {
            return Long.MAX_VALUE;
        }
        // an empty page that claims more shows nothing
        return page.events().isEmpty() ? Long.MIN_VALUE : page.events().get(page.events().size() - 1).getId();
    }
}

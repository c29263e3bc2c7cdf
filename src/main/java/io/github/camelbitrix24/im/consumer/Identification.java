package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the portal as whom it acts: at the start, as often as the subscription is renewed, and after new tokens, since a
 * webhook may be transferred to another user while it is used.
 */
final class Identification {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);
    private static final Backoff AGAIN = new Backoff(Duration.ofSeconds(15), Duration.ofMinutes(10));
    private static final Duration INTERVAL = Duration.ofMinutes(10);

    private final ActingUser actingUser;
    private final Duration interval;
    private final boolean required;
    private final QueueNews news;
    private final String reader;
    private final LongSupplier nanoTime;
    private boolean asked;
    private Long claimed;
    private long dueAt;
    private long tokens;
    private int failures;

    /**
     * @param required whether nothing may be read before the portal has told
     * @param reader   whose credentials they are, for texts
     */
    Identification(ActingUser actingUser, Duration interval, boolean required, QueueNews news, String reader,
                   LongSupplier nanoTime) {
        this.actingUser = actingUser;
        this.interval = interval.isZero() ? INTERVAL : interval;
        this.required = required;
        this.news = news;
        this.reader = reader;
        this.nanoTime = nanoTime;
    }

    boolean isDue() {
        return !asked || nanoTime.getAsLong() - dueAt >= 0 || actingUser.tokenChanges() != tokens;
    }

    /** Something has happened that is explained by another user. */
    void askSoon() {
        dueAt = nanoTime.getAsLong();
    }

    /**
     * @throws RestException         if the portal cannot be asked now, and must have been
     * @throws SecondReaderException if somebody else reads the events of this user
     */
    void ask(Permit permit) throws RestException {
        tokens = actingUser.tokenChanges();
        try {
            actingUser.ask(permit);
            failures = 0;
            dueAt = nanoTime.getAsLong() + interval.toNanos();
        } catch (RestException e) {
            if (required && !asked) {
                throw e;
            }
            Duration pause = AGAIN.pause(++failures);
            dueAt = nanoTime.getAsLong() + pause.toNanos();
            LOG.warn("The portal does not say as whom {} acts, and its events are read on: {} Trying again in {} s.", reader,
                    e.explanation(), pause.toSeconds());
        }
        claim();
        if (required && !asked && actingUser.known() == null) {
            LOG.warn(
                    "The portal does not say as whom {} acts, so includeOwn=false leaves nothing out, and mentionOnly=true leaves"
                     + " out what is not private: set the option userId.",
                    reader);
        }
        asked = true;
    }

    private void claim() {
        Long user = actingUser.known();
        if (user != null && !Objects.equals(user, claimed)) {
            asked = false;
            news.actingUser(user, claimed);
            claimed = user;
        }
    }
}

package io.github.camelbitrix24.im.observe;

import io.github.camelbitrix24.im.rest.CallStatistics;

/**
 * A consumer, as whoever tells people how it fares sees it.
 */
public interface WatchedConsumer {

    ReaderName name();

    ConsumerFacts facts();

    CallStatistics calls();

    LeftOutEvents leftOut();

    /** What the last check of its portal has found wrong, or {@code null} if there was none, or it found nothing. */
    default String lastCheck() {
        return null;
    }

    /** Whether it does its work, by these facts. */
    boolean isUp(ConsumerFacts facts, Diagnosis diagnosis);

    default boolean isUp() {
        ConsumerFacts facts = facts();
        return isUp(facts, Diagnosis.of(facts));
    }
}

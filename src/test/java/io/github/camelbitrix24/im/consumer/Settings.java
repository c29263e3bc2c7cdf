package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.Set;

/** What the tests of single classes read with: the defaults, but quicker. */
final class Settings {

    static final EventFilter EVERYTHING = new EventFilter(Set.of(), true, Set.of(), Set.of(), Set.of(), false);

    private Settings() {
    }

    static ReaderSettings of(long maxResponseSize, Duration settleTime) {
        return new ReaderSettings(
                null, null, true, Duration.ofMinutes(10), EVERYTHING, 1000, 1000, maxResponseSize, settleTime,
                Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(75), 1, false, true, null);
    }
}

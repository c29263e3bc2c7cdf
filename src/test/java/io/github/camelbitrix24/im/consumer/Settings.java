package io.github.camelbitrix24.im.consumer;

import java.time.Duration;

/** What the tests of single classes read with: the defaults, but quicker. */
final class Settings {

    private Settings() {
    }

    static ReaderSettings of(long maxResponseSize, Duration settleTime) {
        return new ReaderSettings(
                true, Duration.ofMinutes(10), EventFilter.EVERYTHING, 1000, 1000, maxResponseSize, settleTime,
                Duration.ZERO, Duration.ofMillis(100), Duration.ofMillis(100), Duration.ofSeconds(75), 1, false, true, null);
    }
}

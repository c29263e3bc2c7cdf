package io.github.camelbitrix24.im.crash;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.HOURS;

/**
 * An application is stopped with SIGTERM while people talk, and started again when it has ended, as in a deployment.
 * Any number of restarts by hand:
 *
 * <pre>
 * mvn test -Dtest=RollingRestartTest -Dcrash.restarts=50 -Dseed=42
 * </pre>
 */
@Timeout(value = 2, unit = HOURS)
class RollingRestartTest {

    private static final Duration SETTLE_TIME = Duration.ofMillis(1500);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void nothingComesTwiceWithOneEventAtATime() {
        restart(1);
    }

    @Test
    void nothingComesTwiceWithEightChatsAtOnce() {
        restart(8);
    }

    private void restart(int concurrency) {
        VictimOptions options = VictimOptions.reading(concurrency, SETTLE_TIME, Duration.ofMillis(concurrency * 5));
        try (CrashHarness harness = new CrashHarness(directory, options, Duration.ofMillis(8))) {
            for (int i = 0; i < Integer.getInteger("crash.restarts", 5); i++) {
                VictimProcess victim = harness.startVictim();
                harness.pass(Duration.ofMillis(100), Duration.ofMillis(2500));
                victim.stop();
            }
            DeliveryReport report = harness.finishWith(harness.startVictim());

            harness.requireNothingLost(report);
            report.duplicates().forEach(run -> harness.require("events came again after a graceful stop", run));
        }
    }
}

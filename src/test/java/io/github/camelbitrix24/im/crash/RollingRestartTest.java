package io.github.camelbitrix24.im.crash;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.util.concurrent.TimeUnit.HOURS;

/**
 * An application is stopped with SIGTERM while people talk, and started again when it has ended, as in a deployment.
 */
@Timeout(value = 1, unit = HOURS)
class RollingRestartTest {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @ParameterizedTest(name = "concurrency {0}")
    @ValueSource(ints = { 1, 8 })
    void nothingIsLostAndNothingComesTwice(int concurrency) {
        VictimOptions options
                = VictimOptions.reading(concurrency, Duration.ofMillis(1500), Duration.ofMillis(concurrency * 5));
        try (CrashHarness harness = new CrashHarness(directory, options, Duration.ofMillis(15))) {
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

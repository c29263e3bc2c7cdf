package io.github.camelbitrix24.im.crash;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

/**
 * An application stands still while events come, as on a machine that is suspended, and then goes on as if nothing had
 * happened, perhaps beside another that was started in its place.
 */
@Timeout(value = 1, unit = HOURS)
class FreezeTest {

    private static final VictimOptions OPTIONS
            = VictimOptions.reading(8, Duration.ofMillis(1500), Duration.ofMillis(40));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @BeforeEach
    void needsSignals() {
        assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no SIGSTOP");
    }

    @Test
    void nothingIsLostWhenAnApplicationStandsStill() {
        try (CrashHarness harness = new CrashHarness(directory, OPTIONS, Duration.ofMillis(6))) {
            VictimProcess victim = harness.startVictim();
            for (int i = 0; i < 4; i++) {
                harness.pass(Duration.ZERO, Duration.ofMillis(900));
                victim.freeze();
                harness.pass(Duration.ofMillis(300), Duration.ofMillis(2500));
                victim.resume();
            }
            DeliveryReport report = harness.finishWith(victim);

            harness.requireNothingLost(report);
        }
    }

    @Test
    void nothingIsLostWhenTwoReadAtOnceForAWhile() {
        try (CrashHarness harness = new CrashHarness(directory, OPTIONS, Duration.ofMillis(6))) {
            VictimProcess victim = harness.startVictim();
            for (int i = 0; i < 2; i++) {
                harness.pass(Duration.ZERO, Duration.ofMillis(1500));
                victim.freeze();
                VictimProcess successor = harness.startVictim();
                harness.pass(Duration.ZERO, Duration.ofMillis(1000));
                victim.resume();
                harness.pass(Duration.ZERO, Duration.ofMillis(1500));
                victim.kill();
                victim = successor;
            }
            DeliveryReport report = harness.finishWith(victim);

            harness.requireNothingLost(report);
        }
    }
}

package io.github.camelbitrix24.im.crash;

import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * An application is killed with SIGKILL again and again while it works. Any number of kills by hand:
 *
 * <pre>
 * mvn test -Dtest=KillTest -Dcrash.kills=200 -Dseed=42
 * </pre>
 */
@Timeout(value = 2, unit = HOURS)
class KillTest {

    private static final int KILLS = Integer.getInteger("crash.kills", 20);
    private static final Duration SETTLE_TIME = Duration.ofMillis(1500);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void nothingIsLostWithEightChatsAtOnce() {
        VictimOptions options = VictimOptions.reading(8, SETTLE_TIME, Duration.ofMillis(40));
        try (CrashHarness harness = new CrashHarness(directory, options, Duration.ofMillis(6))) {
            DeliveryReport report = kill(harness, KILLS);

            harness.requireNothingLost(report);
        }
    }

    @Test
    void nothingIsLostWithBatches() {
        VictimOptions options = VictimOptions.reading(4, SETTLE_TIME, Duration.ofMillis(40)).with("batching=true");
        try (CrashHarness harness = new CrashHarness(directory, options, Duration.ofMillis(6))) {
            harness.requireNothingLost(kill(harness, KILLS / 5));
        }
    }

    @Test
    void aKillBringsAtMostOneDuplicateWithARepositoryAndOneEventAtATime() {
        VictimOptions options = VictimOptions.reading(1, SETTLE_TIME, Duration.ofMillis(5)).withFileRepository();
        try (CrashHarness harness = new CrashHarness(directory, options, Duration.ofMillis(10))) {
            DeliveryReport report = kill(harness, KILLS / 2);

            harness.requireNothingLost(report);
            // Camel writes a line in two steps: killed between them, the next one is lost, which shows a kill later
            int duplicates = 0;
            for (int kills = 0; kills < report.duplicates().size(); kills++) {
                duplicates += report.duplicates().get(kills).size();
                assertTrue(duplicates <= kills, () -> "more duplicates than kills: " + report.duplicates());
            }
        }
    }

    @Test
    void nothingIsLostOfABotsQueue() {
        VictimOptions options = VictimOptions.reading(4, SETTLE_TIME, Duration.ofMillis(40));
        try (CrashHarness harness = CrashHarness.ofBot(directory, options, Duration.ofMillis(6))) {
            harness.requireNothingLost(kill(harness, KILLS / 2));
        }
    }

    private static DeliveryReport kill(CrashHarness harness, int kills) {
        for (int i = 0; i < kills; i++) {
            VictimProcess victim = harness.startVictim();
            if (i % 2 == 0) {
                // also in the middle of reading and acknowledging, not only before
                harness.awaitAcknowledgement();
            }
            harness.pass(Duration.ZERO, Duration.ofMillis(2200));
            victim.kill();
        }
        assertTrue(harness.acknowledged() > 0, "nobody who was killed had acknowledged anything: the kills prove nothing");
        return harness.finishWith(harness.startVictim());
    }
}

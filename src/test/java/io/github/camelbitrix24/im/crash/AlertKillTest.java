package io.github.camelbitrix24.im.crash;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** One message for each key, though the process is killed in the middle of what it does. */
class AlertKillTest {

    private static final int KILLS = 6;
    private static final Duration SOON = Duration.ofSeconds(60);

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();
    @TempDir
    Path folder;

    @Test
    void fiftyAlertsOfFiveKeysAreFiveMessages() throws Exception {
        PortalEmulator portal = emulator.portal();
        EmulatedUser reader = portal.user(7).subscribed();
        portal.chat("chat5").members(7, 12);
        portal.chat("chat9").members(7);
        Random random = new Random(20261127);
        for (int alert = 0; alert < 50; alert++) {
            portal.user(12).says("chat5", "key " + alert % 5 + ": " + alert);
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            int until = changes(portal) + 1 + random.nextInt(8);
            Process process = start(reader.webhook(), kill);
            try {
                portal.await(p -> changes(p) >= until || p.pending(7).isEmpty(), SOON);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
        Process process = start(reader.webhook(), 0);
        try {
            portal.await(p -> p.pending(7).isEmpty(), SOON);
        } finally {
            process.destroyForcibly().waitFor();
        }

        List<String> texts = portal.transcript().of("chat9").stream().map(StoredMessage::text).sorted().toList();
        assertEquals(List.of("key 0: 45", "key 1: 46", "key 2: 47", "key 3: 48", "key 4: 49"), texts);
    }

    private static int changes(PortalEmulator portal) {
        return portal.calls("im.message.add").size() + portal.calls("im.message.update").size();
    }

    private Process start(String webhook, int number) throws Exception {
        File log = folder.resolve(number + ".log").toFile();
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"), AlertVictim.class.getName(),
                webhook, folder.resolve("alerts.txt").toString()).redirectErrorStream(true).redirectOutput(log).start();
    }
}

package io.github.camelbitrix24.im.operation;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.canary.Canary;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** With a JVM of its own. */
class SmallHeapTest {

    private static final int SIZE = 100 << 20;

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    @TempDir
    Path folder;

    @Test
    void aFileOf100MbIsFetchedTwiceWithAHeapOf128Mb() throws Exception {
        var portal = emulator.portal();
        portal.chat("chat5").members(7, 12);
        long message = portal.user(12).sends("chat5", FileDraft.random("large.bin", SIZE, 7));
        String id = portal.message(message).files().get(0);
        String digest = SmallHeapApp.digest(new ByteArrayInputStream(portal.disk().file(Long.parseLong(id)).bytes()));
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve("tmp")), "-cp",
                System.getProperty("java.class.path"),
                SmallHeapApp.class.getName(), portal.user(7).webhook(), id, id)
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        try {
            assertTrue(process.waitFor(5, TimeUnit.MINUTES), "it has not ended");
        } finally {
            process.destroyForcibly();
        }
        String shown = Files.readString(output);
        Canary.inspect("output", shown);

        assertEquals(0, process.exitValue(), shown);
        assertEquals(List.of(digest, digest), shown.lines().filter(line -> line.matches("[0-9a-f]{64}")).toList(), shown);
    }
}

package io.github.camelbitrix24.im.operation;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

import io.github.camelbitrix24.im.canary.Canary;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import io.github.camelbitrix24.im.testkit.StoredFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A file of 100 MB leaves a JVM with a heap of 128 MB. */
class LargeUploadTest {

    private static final int PIECE = 1 << 20;
    private static final int PIECES = 100;

    @RegisterExtension
    private final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    @TempDir
    Path directory;

    private Path file(CRC32 sum) throws Exception {
        Path file = directory.resolve("large.bin");
        Random random = new Random(100);
        byte[] piece = new byte[PIECE];
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < PIECES; i++) {
                random.nextBytes(piece);
                sum.update(piece);
                out.write(piece);
            }
        }
        return file;
    }

    private static long sum(StoredFile file) {
        CRC32 sum = new CRC32();
        sum.update(file.bytes());
        return sum.getValue();
    }

    @Test
    void itArrivesIdenticalThoughAnAnswerIsLost() throws Exception {
        PortalEmulator portal = emulator.portal();
        portal.user(7).scopes("im", "disk");
        portal.chat("chat5").members(7, 12);
        portal.fail("disk.folder.uploadfile", Fault.droppedAfterActing(), 1);
        CRC32 sum = new CRC32();
        Path log = directory.resolve("log.txt");
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"),
                LargeUploadVictim.class.getName(), portal.user(7).webhook(), file(sum).toString())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            assertTrue(process.waitFor(4, TimeUnit.MINUTES), () -> portal.describe());
        } finally {
            process.destroyForcibly();
        }
        String output = Files.readString(log);
        Canary.inspect("output of the application", output);

        assertEquals(0, process.exitValue(), output);
        assertEquals(2, portal.transcript().of("chat5").size());
        List<StoredFile> files = portal.disk().files();
        assertEquals(3, files.size(), "with the orphan of the lost answer");
        for (StoredFile file : files) {
            assertEquals((long) PIECES * PIECE, file.size());
            assertEquals(sum.getValue(), sum(file));
        }
    }
}

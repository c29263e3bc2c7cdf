package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LockFileTest {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final int LOCKED = 1;
    private static final int FREE = 0;

    private final AtomicLong now = new AtomicLong();

    @TempDir
    Path directory;

    private LockFile lock(Path file) throws IOException {
        return LockFile.lock(file, WAIT, now::get, pause -> {
            now.addAndGet(pause.toNanos());
            return true;
        });
    }

    /** Another process, which says with its status whether the file is locked. */
    public static void main(String[] arguments) throws IOException {
        try (FileChannel channel = FileChannel.open(Path.of(arguments[0]), StandardOpenOption.WRITE)) {
            System.exit(channel.tryLock() == null ? LOCKED : FREE);
        }
    }

    private static int seenByAnotherProcess(Path file) throws Exception {
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), LockFileTest.class.getName(), file.toString())
                .inheritIO().start().waitFor();
    }

    @Test
    void whoWaitsInVainHereDoesNotReleaseTheLockForOtherProcesses() throws Exception {
        Path file = directory.resolve("tokens.json.lock");
        Path linked = Files.createSymbolicLink(directory.resolve("linked"), directory).resolve("tokens.json.lock");
        try (LockFile held = lock(file)) {
            assertEquals(LOCKED, seenByAnotherProcess(file));
            assertThrows(IOException.class, () -> lock(file));
            assertThrows(IOException.class, () -> lock(linked));
            assertEquals(LOCKED, seenByAnotherProcess(file));
        }
        assertEquals(FREE, seenByAnotherProcess(file));
        lock(linked).close();
    }

    @Test
    void whatCouldNotBeOpenedIsNotHeld() throws Exception {
        Path file = Files.createDirectory(directory.resolve("tokens.json.lock"));
        assertThrows(IOException.class, () -> lock(file));
        Files.delete(file);
        lock(file).close();
    }

    @Test
    void whoWaitsIsNextWhenTheOtherIsDone() throws Exception {
        Path file = directory.resolve("tokens.json.lock");
        LockFile held = lock(file);

        LockFile.lock(file, WAIT, now::get, pause -> {
            now.addAndGet(pause.toNanos());
            try {
                held.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        }).close();

        assertTrue(now.get() < WAIT.toNanos(), now + " ns");
        assertEquals(FREE, seenByAnotherProcess(file));
    }

    @Test
    void whoWaitsInVainWaitsForHisTimeOnly() throws Exception {
        Path file = directory.resolve("tokens.json.lock");
        try (LockFile held = lock(file)) {
            assertThrows(IOException.class, () -> lock(file));
        }

        assertTrue(now.get() >= WAIT.toNanos() && now.get() < WAIT.plusSeconds(1).toNanos(), now + " ns");
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() throws Exception {
        Path file = directory.resolve("tokens.json.lock");
        try (LockFile held = lock(file)) {
            assertThrows(ClosedByInterruptException.class, () -> LockFile.lock(file, WAIT, now::get, pause -> {
                throw new InterruptedException();
            }));
        }

        assertTrue(Thread.interrupted());
    }
}

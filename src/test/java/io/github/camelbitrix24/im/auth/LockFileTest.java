package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class LockFileTest {

    private static final Duration AT_ONCE = Duration.ZERO;
    private static final int LOCKED = 1;
    private static final int FREE = 0;

    @TempDir
    Path directory;

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
        try (LockFile held = LockFile.lock(file, AT_ONCE)) {
            assertEquals(LOCKED, seenByAnotherProcess(file));
            assertThrows(IOException.class, () -> LockFile.lock(file, AT_ONCE));
            assertThrows(IOException.class, () -> LockFile.lock(linked, AT_ONCE));
            assertEquals(LOCKED, seenByAnotherProcess(file));
        }
        assertEquals(FREE, seenByAnotherProcess(file));
        LockFile.lock(linked, AT_ONCE).close();
    }

    @Test
    void whatCouldNotBeOpenedIsNotHeld() throws Exception {
        Path file = Files.createDirectory(directory.resolve("tokens.json.lock"));
        assertThrows(IOException.class, () -> LockFile.lock(file, AT_ONCE));
        Files.delete(file);
        LockFile.lock(file, AT_ONCE).close();
    }
}

package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.budget.Pause;

/**
 * A file whose lock is held by one at a time, of this process and of others. Within the process the file is not even
 * opened by a second: on many systems closing a file releases all locks that the process has on it, whoever holds them.
 */
final class LockFile implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(10);
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private FileChannel channel;

    private LockFile(Path file) {
        this.file = file;
    }

    /**
     * Waits for the lock, as long as others take for a write.
     *
     * @param  file        is made if need be; its directory must exist
     * @param  nanoTime    nanoseconds of a monotonic source
     * @param  pause       how to wait
     * @throws IOException if it is still held by somebody else after so long, or cannot be opened, or the thread is
     *                     interrupted
     */
    static LockFile lock(Path file, Duration atMost, LongSupplier nanoTime, Pause pause) throws IOException {
        long began = nanoTime.getAsLong();
        LockFile lock = new LockFile(file.getParent().toRealPath().resolve(file.getFileName()));
        while (!HELD_HERE.add(lock.file)) {
            await(pause, atMost.minusNanos(nanoTime.getAsLong() - began));
        }
        try {
            lock.channel = OwnerOnlyFile.open(lock.file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (!isLocked(lock.channel)) {
                await(pause, atMost.minusNanos(nanoTime.getAsLong() - began));
            }
            return lock;
        } catch (IOException | RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    private static void await(Pause pause, Duration left) throws IOException {
        try {
            if (left.isNegative() || !pause.await(PAUSE)) {
                throw new IOException("the lock of the token file is held by somebody else");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ClosedByInterruptException();
        }
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // held by this process, through classes that another loader has loaded
            return false;
        }
    }

    /** Closing the file releases the lock. */
    @Override
    public void close() throws IOException {
        try {
            if (channel != null) {
                channel.close();
            }
        } finally {
            HELD_HERE.remove(file);
        }
    }
}

package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.budget.Pause;

/**
 * Keeps the tokens in a file that only its owner can read, in the form in which the authorisation server sends them
 * (Bitrix24 REST: OAuth). The file is replaced as a whole, the pair before it is kept beside it with the ending
 * {@code .previous}, and a lock file lets several processes of one machine share it. It holds the tokens of one user:
 * give each its own.
 */
public final class FileTokenStore implements TokenStore {

    private static final Duration LOCK_WAIT = Duration.ofSeconds(10);

    private final Path file;
    private final LongSupplier nanoTime;
    private final Pause pause;

    /**
     * @param file where the tokens are kept; it need not exist yet
     */
    public FileTokenStore(Path file) {
        this(file, System::nanoTime, Pause.OF_THE_JDK);
    }

    /**
     * @param file where the tokens are kept; it need not exist yet
     */
    public FileTokenStore(String file) {
        this(Path.of(file));
    }

    /**
     * @param nanoTime nanoseconds of a monotonic source
     * @param pause    how to wait for others who write to the file
     */
    FileTokenStore(Path file, LongSupplier nanoTime, Pause pause) {
        this.file = file.toAbsolutePath().normalize();
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    @Override
    public TokenPair load() throws IOException {
        byte[] content = content();
        return content.length == 0 ? null : TokenJson.read(content, file);
    }

    @Override
    public boolean replace(TokenPair expected, TokenPair next) throws IOException {
        // a route that is stopped by force interrupts its threads, and a channel closes on that: the pair would be lost
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try {
                    return replaceLocked(expected, next);
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean replaceLocked(TokenPair expected, TokenPair next) throws IOException {
        OwnerOnlyFile.createDirectories(file.getParent());
        try (LockFile lock = LockFile.lock(beside(".lock"), LOCK_WAIT, nanoTime, pause)) {
            byte[] before = content();
            TokenPair stored = before.length == 0 ? null : TokenJson.read(before, file);
            if (!sameRefreshToken(stored, expected)) {
                return false;
            }
            if (before.length > 0) {
                OwnerOnlyFile.replace(beside(".previous"), before);
            }
            byte[] after = TokenJson.write(next);
            OwnerOnlyFile.replace(target(), after);
            return Arrays.equals(content(), after);
        }
    }

    private static boolean sameRefreshToken(TokenPair one, TokenPair other) {
        return one == null || other == null ? one == other : one.refreshToken().equals(other.refreshToken());
    }

    private byte[] content() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        }
    }

    /** What a link points to, so that the link stays one. */
    private Path target() throws IOException {
        return Files.exists(file) ? file.toRealPath() : file;
    }

    private Path beside(String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileTokenStore store && file.equals(store.file);
    }

    @Override
    public int hashCode() {
        return file.hashCode();
    }

    @Override
    public String toString() {
        return "file " + file;
    }
}

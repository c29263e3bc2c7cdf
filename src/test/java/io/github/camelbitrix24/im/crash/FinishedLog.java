package io.github.camelbitrix24.im.crash;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The file in which one JVM notes what its route finished, an event a line. A line is with the operating system when
 * {@link #append} returns, so the death of the JVM does not lose it.
 */
final class FinishedLog implements AutoCloseable {

    /** A stream, not a channel: a channel is closed by the interruption of a thread that writes. */
    private final FileOutputStream file;

    FinishedLog(Path path) throws IOException {
        this.file = new FileOutputStream(path.toFile(), true);
    }

    synchronized void append(FinishedEvent event) throws IOException {
        file.write(event.line().getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** A line that the death of the writer tore is not finished. */
    static List<FinishedEvent> read(Path path) {
        try {
            String text = Files.exists(path) ? Files.readString(path, StandardCharsets.US_ASCII) : "";
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(FinishedEvent::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

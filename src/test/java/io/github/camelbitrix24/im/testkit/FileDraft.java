package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import io.github.camelbitrix24.im.testkit.http.Content;

/** A file before it is uploaded. Its name may be anything, its type goes by the name unless told otherwise. */
public final class FileDraft {

    private static final int PIECE = 8192;

    final String name;
    final String contentType;
    final Content content;

    private FileDraft(String name, String contentType, Content content) {
        this.name = name;
        this.contentType = contentType;
        this.content = content;
    }

    public static FileDraft of(String name, byte[] bytes) {
        return new FileDraft(name, typeOf(name), Content.of(bytes.clone()));
    }

    public static FileDraft of(String name, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return new FileDraft(name, typeOf(name), Content.of(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many bytes, the same for the same seed; they need not fit into the heap. */
    public static FileDraft random(String name, long size, long seed) {
        try (Content.Writer out = new Content.Writer()) {
            Random random = new Random(seed);
            byte[] piece = new byte[PIECE];
            for (long left = size; left > 0; left -= PIECE) {
                random.nextBytes(piece);
                out.write(piece, 0, (int) Math.min(left, PIECE));
            }
            return new FileDraft(name, typeOf(name), out.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public FileDraft ofType(String otherType) {
        return new FileDraft(name, otherType, content);
    }

    static String typeOf(String name) {
        String type = URLConnection.guessContentTypeFromName(name.replace('#', '_'));
        return type == null ? "application/octet-stream" : type;
    }
}

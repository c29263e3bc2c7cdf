package io.github.camelbitrix24.im.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** What base64 stands for; blanks and line breaks in it do not matter. */
public final class Base64Content {

    private Base64Content() {
    }

    /** Empty if it is no base64. */
    public static Optional<Content> of(String text) {
        return of(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Optional<Content> of(InputStream text) {
        try (InputStream decoded = Base64.getDecoder().wrap(new WithoutBlanks(text))) {
            return Optional.of(Content.of(decoded));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static final class WithoutBlanks extends FilterInputStream {

        private WithoutBlanks(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
                next = in.read();
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = 0;
            while (count < length) {
                int next = read();
                if (next < 0) {
                    return count == 0 ? -1 : count;
                }
                into[offset + count++] = (byte) next;
            }
            return count;
        }
    }
}

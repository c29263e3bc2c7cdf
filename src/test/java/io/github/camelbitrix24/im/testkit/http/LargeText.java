package io.github.camelbitrix24.im.testkit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A text of JSON that is too long for the heap, as it was written there: with escapes, without quotes. */
public final class LargeText {

    private final Content written;
    private Optional<Content> decoded = Optional.empty();

    LargeText(Content written) {
        this.written = written;
    }

    /** That it is base64 is worth finding out before anybody waits for it. */
    LargeText decode() {
        decoded = Base64Content.of(new Unescaped(written.stream()));
        return this;
    }

    /** What it stands for as base64; empty if it is none. */
    public Optional<Content> decoded() {
        return decoded;
    }

    String escaped() {
        return new String(written.bytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "(a text of " + written.length() + " bytes)";
    }

    private static final class Unescaped extends FilterInputStream {

        private final byte[] buffer = new byte[8192];
        private int position;
        private int limit;

        private Unescaped(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = written();
            if (next != '\\') {
                return next;
            }
            int escape = written();
            return switch (escape) {
                case 'n' -> '\n';
                case 'r' -> '\r';
                case 't' -> '\t';
                case 'u' -> {
                    int code = 0;
                    for (int i = 0; i < 4; i++) {
                        code = code * 16 + Math.max(0, Character.digit(written(), 16));
                    }
                    yield code < 128 ? code : '?';
                }
                default -> escape;
            };
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

        private int written() throws IOException {
            if (position == limit) {
                limit = in.read(buffer);
                position = 0;
                if (limit <= 0) {
                    limit = 0;
                    return -1;
                }
            }
            return buffer[position++] & 0xff;
        }
    }
}

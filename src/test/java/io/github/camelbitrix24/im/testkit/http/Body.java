package io.github.camelbitrix24.im.testkit.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** The body of an answer; it need not fit into memory. */
public interface Body {

    long length();

    void writeTo(OutputStream out) throws IOException;

    static Body of(byte[] bytes) {
        return new Body() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                out.write(bytes);
            }
        };
    }

    /** A body of the wanted length: what is between is filled with spaces. */
    static Body padded(byte[] head, byte[] tail, long length) {
        return new Body() {
            @Override
            public long length() {
                return Math.max(length, (long) head.length + tail.length);
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                byte[] blank = new byte[8192];
                Arrays.fill(blank, (byte) ' ');
                out.write(head);
                for (long left = length() - head.length - tail.length; left > 0; left -= blank.length) {
                    out.write(blank, 0, (int) Math.min(left, blank.length));
                }
                out.write(tail);
            }
        };
    }
}

package io.github.camelbitrix24.im.rest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body into memory once, up to a limit.
 */
final class BodyReader {

    private BodyReader() {
    }

    /**
     * @param length how long the body says it is, or a negative number if it does not
     * @param limit  how many bytes are accepted
     */
    static byte[] read(InputStream body, long length, long limit) throws IOException {
        if (length > limit) {
            throw new OversizedAnswerException(limit);
        }
        if (length >= 0) {
            byte[] bytes = new byte[(int) length];
            int count = body.readNBytes(bytes, 0, bytes.length);
            if (count < length) {
                throw new EOFException("the answer was cut after " + count + " of " + length + " bytes");
            }
            return bytes;
        }
        byte[] bytes = body.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > limit) {
            throw new OversizedAnswerException(limit);
        }
        return bytes;
    }
}

package io.github.camelbitrix24.im.event;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where one event and its data stand in the bytes of the page that brought them.
 */
record EventBytes(byte[] page, int start, int end, int dataStart, int dataEnd) {

    int length() {
        return end - start;
    }

    boolean hasData() {
        return dataStart >= 0;
    }

    int dataLength() {
        return dataEnd - dataStart;
    }

    byte[] toByteArray() {
        return Arrays.copyOfRange(page, start, end);
    }

    InputStream toInputStream() {
        return new ByteArrayInputStream(page, start, length());
    }

    String text() {
        return new String(page, start, length(), StandardCharsets.UTF_8);
    }
}

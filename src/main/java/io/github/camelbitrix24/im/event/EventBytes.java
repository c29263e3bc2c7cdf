package io.github.camelbitrix24.im.event;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * Where one event and its data stand in the bytes of the page that brought them. Positions are those in the page.
 *
 * @param kept the page, or of it only what begins at {@code base}
 */
record EventBytes(byte[] kept, int base, int start, int end, int dataStart, int dataEnd) {

    EventBytes(byte[] page, int start, int end, int dataStart, int dataEnd) {
        this(page, 0, start, end, dataStart, dataEnd);
    }

    int length() {
        return end - start;
    }

    boolean hasData() {
        return dataStart >= 0;
    }

    int dataLength() {
        return dataEnd - dataStart;
    }

    /** Where in {@link #kept} stands what stands there in the page. */
    int at(int position) {
        return position - base;
    }

    /** The same event without the rest of its page. */
    EventBytes apart() {
        return kept.length == length() ? this : new EventBytes(toByteArray(), start, start, end, dataStart, dataEnd);
    }

    byte[] toByteArray() {
        return Arrays.copyOfRange(kept, at(start), at(end));
    }

    InputStream toInputStream() {
        return new ByteArrayInputStream(kept, at(start), length());
    }

    String text() {
        return new String(kept, at(start), length(), StandardCharsets.UTF_8);
    }

    long fingerprint() {
        CRC32 one = new CRC32();
        CRC32C other = new CRC32C();
        one.update(kept, at(start), length());
        other.update(kept, at(start), length());
        return one.getValue() << Integer.SIZE | other.getValue();
    }
}

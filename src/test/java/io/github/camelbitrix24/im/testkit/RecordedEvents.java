package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads a recording, a file of JSON lines: an event in each, in the order in which they came. */
final class RecordedEvents {

    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    private RecordedEvents() {
    }

    /** @throws IllegalArgumentException with the number of a line, and what is wrong with it */
    static List<RecordedEvent> read(Path file) {
        byte[] all = bytes(file);
        List<RecordedEvent> events = new ArrayList<>();
        int line = 1;
        for (int start = startsWithMark(all) ? BYTE_ORDER_MARK.length : 0; start < all.length; line++) {
            int end = start;
            while (end < all.length && all[end] != '\n') {
                end++;
            }
            byte[] bytes = Arrays.copyOfRange(all, start, end);
            if (!new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                events.add(event(file, line, bytes));
            }
            start = end + 1;
        }
        if (events.isEmpty()) {
            throw new IllegalArgumentException(file + " holds no event: a recording has the JSON of an event in each line");
        }
        return events;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The recording " + file + " cannot be read", e);
        }
    }

    private static boolean startsWithMark(byte[] all) {
        return all.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(all, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private static RecordedEvent event(Path file, int line, byte[] json) {
        try {
            return RecordedEvent.of(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ", line " + line + ": " + e.getMessage(), e);
        }
    }
}

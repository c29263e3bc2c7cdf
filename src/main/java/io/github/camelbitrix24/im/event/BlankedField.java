package io.github.camelbitrix24.im.event;

import java.util.Arrays;

/**
 * A field of a JSON object that nobody is to see. In its place, and in that of the comma that goes with it, there will
 * be spaces, so that all else stays where it is.
 *
 * @param start of its name
 * @param end   after its value
 */
record BlankedField(int start, int end) {

    private static final byte SPACE = ' ';

    void blank(byte[] json) {
        int from = start;
        int to = end;
        int next = end;
        while (next < json.length && isSpace(json[next])) {
            next++;
        }
        if (next < json.length && json[next] == ',') {
            to = next + 1;
        } else {
            int before = start - 1;
            while (before > 0 && isSpace(json[before])) {
                before--;
            }
            from = before >= 0 && json[before] == ',' ? before : start;
        }
        Arrays.fill(json, from, to, SPACE);
    }

    private static boolean isSpace(byte unit) {
        return unit == SPACE || unit == '\n' || unit == '\r' || unit == '\t';
    }
}

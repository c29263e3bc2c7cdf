package io.github.camelbitrix24.im.canary;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** Where secrets were seen that nobody should see. */
public final class Canary {

    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final AtomicLong TEXTS = new AtomicLong();
    private static final int SHOWN_BEFORE = 300;
    private static final int SHOWN_AFTER = 60;

    private Canary() {
    }

    public static void inspect(String where, Object shown) {
        if (shown == null) {
            return;
        }
        TEXTS.incrementAndGet();
        String text = shown.toString();
        int at = text == null ? -1 : text.indexOf(PortalEmulator.SECRET_MARK);
        if (at >= 0) {
            LEAKS.add(where + ": " + text.substring(Math.max(0, at - SHOWN_BEFORE), Math.min(text.length(), at + SHOWN_AFTER)));
        }
    }

    /** How many texts were inspected so far. */
    static long inspected() {
        return TEXTS.get();
    }

    /** What was found since this was last asked. */
    static List<String> leaks() {
        List<String> leaks = List.copyOf(LEAKS);
        LEAKS.removeAll(leaks);
        return leaks;
    }
}

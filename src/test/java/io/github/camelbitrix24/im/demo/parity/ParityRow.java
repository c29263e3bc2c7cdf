package io.github.camelbitrix24.im.demo.parity;

import java.io.IOException;

/**
 * One thing that is known of portals.
 *
 * @param topic    what it is about
 * @param expected what is known, in the words in which the probe tells what a portal does
 */
record ParityRow(String topic, String expected, Probe probe) {

    /** Finds out what a portal does. */
    interface Probe {
        /** @return what it does, or {@code null} if that cannot be tried now */
        String read(LentPortal portal) throws IOException, InterruptedException;
    }

    enum Verdict {
        SAME,
        DIFFERENT,
        NOT_TRIED
    }

    /** What became of a row. */
    record Outcome(ParityRow row, String actual, Verdict verdict) {
    }

    Outcome play(LentPortal portal) throws InterruptedException {
        String actual;
        try {
            actual = probe.read(portal);
        } catch (IOException e) {
            return new Outcome(this, e.getMessage(), Verdict.NOT_TRIED);
        }
        if (actual == null) {
            return new Outcome(this, "nothing there to see it in", Verdict.NOT_TRIED);
        }
        return new Outcome(this, actual, actual.equals(expected) ? Verdict.SAME : Verdict.DIFFERENT);
    }

    Outcome left() {
        return new Outcome(this, "not allowed", Verdict.NOT_TRIED);
    }
}

package io.github.camelbitrix24.im.check;

/**
 * What was found out about one thing that must be so for events to arrive.
 */
public enum Verdict {

    HOLDS("ok"),
    DOES_NOT_HOLD("NO"),
    /** It could not be found out, or not without changing something. */
    NOT_KNOWN("?");

    private final String mark;

    Verdict(String mark) {
        this.mark = mark;
    }

    String mark() {
        return mark;
    }
}

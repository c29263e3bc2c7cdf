package io.github.camelbitrix24.im.inquiry;

/**
 * The check has taken so long that nothing more is asked.
 */
final class OutOfTimeException extends Exception {

    private static final long serialVersionUID = 1L;

    OutOfTimeException() {
        super("nothing more is asked");
    }
}

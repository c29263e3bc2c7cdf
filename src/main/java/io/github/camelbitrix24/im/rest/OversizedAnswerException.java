package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * An answer was longer than {@code maxResponseSize} and was not read to its end.
 */
final class OversizedAnswerException extends IOException {

    private static final long serialVersionUID = 1L;

    OversizedAnswerException(long limit) {
        super("the answer is larger than maxResponseSize (" + limit + " bytes)");
    }
}

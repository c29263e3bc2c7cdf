package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * A link that does not lead to the portal itself. It is not shown, and nothing is sent there: it holds the secret.
 */
final class ForeignLinkException extends IOException {

    private static final long serialVersionUID = 1L;

    ForeignLinkException(String why) {
        super("the portal gave a link that is not followed, since " + why);
    }
}

package io.github.camelbitrix24.im.event;

import java.util.Locale;

/**
 * What somebody who writes or does something is to the company.
 */
enum Sender {

    /** Somebody of the company. */
    STAFF,
    /** Somebody from outside with an account on the portal, guests of collabs included. */
    EXTRANET,
    /** A chat bot. */
    BOT,
    /** Somebody without an account: a customer of an open line, or who came by e-mail or by a link. */
    GUEST,
    /** The portal itself. */
    SYSTEM;

    private final String text = name().toLowerCase(Locale.ROOT);

    String text() {
        return text;
    }
}

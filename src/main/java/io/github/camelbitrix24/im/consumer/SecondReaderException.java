package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.observe.ReaderName;

/**
 * Somebody else in the same Camel context reads the events of this user.
 */
public final class SecondReaderException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * @param user   whose events they are
     * @param portal its host and port
     */
    public SecondReaderException(String user, String portal) {
        super("The events of " + ReaderName.describe(user) + " at " + portal
              + " already have a reader in this Camel context. A queue has one reader, since acknowledging deletes events for all:"
              + " read them in one route and call the others from there with direct, or use another "
              + (ReaderName.isBot(user) ? "bot." : "user."));
    }
}

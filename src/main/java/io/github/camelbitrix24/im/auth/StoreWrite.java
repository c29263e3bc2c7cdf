package io.github.camelbitrix24.im.auth;

import java.io.IOException;

/**
 * A write to a store that others write to as well, and that may not do what it should.
 */
final class StoreWrite {

    private static final int ATTEMPTS = 3;

    private StoreWrite() {
    }

    /**
     * Replaces the expected pair, or another that held its place meanwhile if that is of no use to anybody.
     *
     * @param  expected    the pair that was last seen in the store, or {@code null}
     * @return             what is stored now: the next pair, or one that somebody else has stored meanwhile
     * @throws IOException if the store cannot do it, or says that it did not and holds nothing else either
     */
    static TokenPair replace(TokenStore store, TokenPair expected, TokenPair next) throws IOException {
        TokenPair before = expected;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (store.replace(before, next)) {
                return next;
            }
            TokenPair found = store.load();
            if (found != null && !found.holdsTokensOf(before)) {
                return found;
            }
            before = found;
        }
        throw new IOException(
                before == null
                        ? "its replace does not insert where no tokens are stored and none are expected (a row is missing?)"
                        : "its replace refuses though the expected tokens are the ones that are stored");
    }
}

package io.github.camelbitrix24.im.auth;

import java.util.Objects;

/**
 * Keeps the pair as long as the process lives.
 */
final class MemoryTokenStore implements TokenStore {

    private TokenPair pair;

    @Override
    public synchronized TokenPair load() {
        return pair;
    }

    @Override
    public synchronized boolean replace(TokenPair expected, TokenPair next) {
        if (!Objects.equals(pair, expected)) {
            return false;
        }
        pair = next;
        return true;
    }

    @Override
    public String toString() {
        return "memory";
    }
}

package io.github.camelbitrix24.im.auth;

import java.io.IOException;

/**
 * Keeps the current pair of tokens of one application and user. A new pair is put here before it is used, since the
 * server takes each refresh token once: a pair that is lost must be authorised anew by a person. Several nodes may
 * share one store, for example a row of a database; {@link FileTokenStore} does it within a machine. Implementations
 * are called from several threads, and show no token in {@code toString} and exceptions.
 */
public interface TokenStore {

    /**
     * @return             the pair that is stored, or {@code null} if there is none
     * @throws IOException if the store cannot tell; it is asked again later
     */
    TokenPair load() throws IOException;

    /**
     * Replaces the stored pair, if it is still the expected one, in one step that no other user of the store can come
     * between. When this returns, the pair survives a crash.
     *
     * @param  expected    the pair that was last seen here, or {@code null} for an empty store, into which the next one
     *                     is then inserted; compare it by {@link TokenPair#refreshToken()}
     * @return             {@code false}, and nothing is changed, if another pair is stored by now
     * @throws IOException if the pair was not stored; it is tried again later
     */
    boolean replace(TokenPair expected, TokenPair next) throws IOException;
}

package io.github.camelbitrix24.im.auth;

import io.github.camelbitrix24.im.rest.Redaction;

/**
 * The tokens that an application holds for a user of a portal. A refresh replaces both; a refresh token is good for one
 * refresh (Bitrix24 REST: OAuth). {@code toString} shows fingerprints only.
 *
 * @param accessToken  what calls carry; {@code null} if it is to be had by a refresh first
 * @param refreshToken what the next pair is got with
 * @param clientId     the application that they were given to, or {@code null} if unknown
 * @param portal       the portal's address, or {@code null} if unknown
 * @param server       the {@code server_endpoint} that came with the tokens, or {@code null}
 * @param origin       a fingerprint of the configured refresh token that this pair descends from, or {@code null} if it
 *                     descends from none. Tokens that are configured anew are so told from those already used up.
 */
public record TokenPair(String accessToken, String refreshToken, String clientId, String portal, String server,
        String origin) {

    /**
     * @throws IllegalArgumentException if there is no refresh token
     */
    public TokenPair {
        if (refreshToken == null || refreshToken.isBlank()) {
            throw new IllegalArgumentException("A pair of tokens needs a refresh token");
        }
    }

    /**
     * Whether both hold the same tokens, whatever else is known about them.
     */
    public boolean holdsTokensOf(TokenPair other) {
        return other != null && refreshToken.equals(other.refreshToken)
                && (accessToken == null || accessToken.equals(other.accessToken));
    }

    String redact(String text) {
        return Redaction.of(text, refreshToken, accessToken);
    }

    @Override
    public String toString() {
        return "tokens of client #" + Fingerprint.of(clientId) + " at " + portal + " (access #" + Fingerprint.of(accessToken)
               + ", refresh #" + Fingerprint.of(refreshToken) + ")";
    }
}

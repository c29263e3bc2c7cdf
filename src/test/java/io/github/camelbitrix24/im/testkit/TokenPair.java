package io.github.camelbitrix24.im.testkit;

import java.time.Instant;

/** The tokens that an application holds for a user. A refresh token is good for one refresh. */
public record TokenPair(String accessToken, String refreshToken, long userId, Instant expires) {
}

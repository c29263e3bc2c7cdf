package io.github.camelbitrix24.im.testkit;

import java.time.Instant;

/** An access token as the authorisation server knows it. */
record AccessToken(OAuthApplication application, long userId, Instant expires) {
}

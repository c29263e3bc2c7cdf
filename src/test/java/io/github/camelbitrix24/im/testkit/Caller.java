package io.github.camelbitrix24.im.testkit;

import java.util.Set;

/**
 * In whose name a call is made, and through what: a webhook or an application.
 *
 * @param key what opens the door: user and secret of the webhook as in its URL, or the access token
 */
record Caller(EmulatedUser user, String credential, Set<String> scopes, boolean webhook, String key) {

    long userId() {
        return user.id;
    }
}

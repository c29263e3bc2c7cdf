package io.github.camelbitrix24.im.testkit;

import java.util.Set;

/** In whose name a call is made, and through what: a webhook or an application. */
record Caller(EmulatedUser user, String credential, Set<String> scopes, boolean webhook) {

    long userId() {
        return user.id;
    }
}

package io.github.camelbitrix24.im.auth;

import java.util.regex.Pattern;

/**
 * The one spelling of a user's number, so that one user has one name.
 */
final class UserId {

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9]+$)");

    private UserId() {
    }

    static String normalise(String id) {
        return LEADING_ZEROS.matcher(id).replaceFirst("");
    }
}

package io.github.camelbitrix24.im.observe;

import io.github.camelbitrix24.im.auth.Credentials;

/**
 * By what logs and events call whoever reads a user's events.
 *
 * @param routeId the route that gets them; {@code null} where they are received on demand, or nobody has told
 * @param user    as the credentials name it
 * @param portal  its host and, where it is not the scheme's own, its port
 */
public record ReaderName(String routeId, String user, String portal) {

    public static ReaderName of(String routeId, Credentials credentials) {
        return new ReaderName(routeId, credentials.user(), credentials.portal().authority());
    }

    /** By what a user at a portal is known among all users of all portals. */
    public static String key(String portal, String user) {
        return portal + '/' + user;
    }

    /** The reader's user at its portal. */
    public String key() {
        return key(portal, user);
    }

    /** As it stands in a sentence: {@code route r1 (user 7 at acme.bitrix24.com)}. */
    @Override
    public String toString() {
        String reader = "user " + user + " at " + portal;
        return routeId == null ? reader : "route " + routeId + " (" + reader + ")";
    }
}

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

    /** As it stands in a sentence: {@code route r1 (user 7 at acme.bitrix24.com)}. */
    @Override
    public String toString() {
        String reader = "user " + user + " at " + portal;
        return routeId == null ? reader : "route " + routeId + " (" + reader + ")";
    }
}

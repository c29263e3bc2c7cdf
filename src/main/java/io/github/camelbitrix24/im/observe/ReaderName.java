package io.github.camelbitrix24.im.observe;

import io.github.camelbitrix24.im.auth.Credentials;

/**
 * By what logs and events call whoever reads a user's events.
 *
 * @param routeId the route that gets them; {@code null} where they are received on demand, or nobody has told
 * @param user    as the credentials name it; of a bot {@code bot:} and its code
 * @param portal  its host and, where it is not the scheme's own, its port
 */
public record ReaderName(String routeId, String user, String portal) {

    private static final String BOT = "bot:";

    public static ReaderName of(String routeId, Credentials credentials) {
        return new ReaderName(routeId, credentials.user(), credentials.portal().authority());
    }

    /**
     * Of a bot's events. By its code it is the same whoever's credentials it is driven with.
     */
    public static ReaderName ofBot(String routeId, String code, Credentials credentials) {
        return new ReaderName(routeId, BOT + code, credentials.portal().authority());
    }

    /** By what a user at a portal is known among all users of all portals. */
    public static String key(String portal, String user) {
        return portal + '/' + user;
    }

    /** The reader's user at its portal. */
    public String key() {
        return key(portal, user);
    }

    /** A user, or a bot, as it stands in a sentence. */
    public static String describe(String user) {
        return isBot(user) ? "bot " + user.substring(BOT.length()) : "user " + user;
    }

    /** Whether it is the name of a bot. */
    public static boolean isBot(String user) {
        return user.startsWith(BOT);
    }

    /** As it stands in a sentence: {@code route r1 (user 7 at acme.bitrix24.com)}. */
    @Override
    public String toString() {
        String reader = describe(user) + " at " + portal;
        return routeId == null ? reader : "route " + routeId + " (" + reader + ")";
    }
}

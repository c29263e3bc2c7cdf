package io.github.camelbitrix24.im.event;

import java.util.Locale;
import java.util.Set;

/**
 * What the portal says of a user beside who it is. A customer of an open line is known by the flag {@code connector}
 * alone: the type is that of staff or of extranet users, as the portal pleases (observed behaviour of im 26.250).
 */
final class UserFlags {

    private static final Set<String> GUEST_TYPES = Set.of("guest", "email");
    private static final Set<String> GUEST_ACCOUNTS = Set.of("imconnector", "im_guest", "email", "replica");
    private static final Set<String> OUTSIDE_TYPES = Set.of("extranet", "collaber");
    private static final Set<String> STAFF_TYPES = Set.of("user", "employee");

    boolean bot;
    boolean connector;
    boolean extranet;
    String type;
    String externalAuthId;

    /**
     * @return {@code null} if what the portal says does not tell: nobody is staff for want of information
     */
    Sender sender() {
        String kind = lowerCase(type);
        String account = lowerCase(externalAuthId);
        if (bot || kind.equals("bot") || account.equals("bot")) {
            return Sender.BOT;
        }
        if (connector || GUEST_TYPES.contains(kind) || GUEST_ACCOUNTS.contains(account)) {
            return Sender.GUEST;
        }
        if (extranet || OUTSIDE_TYPES.contains(kind)) {
            return Sender.EXTRANET;
        }
        return STAFF_TYPES.contains(kind) ? Sender.STAFF : null;
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

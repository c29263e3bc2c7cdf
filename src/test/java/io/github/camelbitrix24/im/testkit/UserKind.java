package io.github.camelbitrix24.im.testkit;

/** What kind of person, or machine, a user is, and how events write it. */
enum UserKind {
    EMPLOYEE("user", "default", false),
    BOT("bot", "bot", false),
    CUSTOMER("user", "imconnector", true),
    EXTRANET("extranet", "default", true),
    GUEST("guest", "im_guest", true);

    final String type;
    final String externalAuthId;
    final boolean extranet;

    UserKind(String type, String externalAuthId, boolean extranet) {
        this.type = type;
        this.externalAuthId = externalAuthId;
        this.extranet = extranet;
    }

    /** Sees only those with whom a chat is shared. */
    boolean isOutsider() {
        return this == EXTRANET || this == GUEST;
    }
}

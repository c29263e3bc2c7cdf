package io.github.camelbitrix24.im.testkit;

import java.util.Set;

/** A chat's type and the letter for it in {@code messageType}; an open set. */
record ChatKind(String type, String letter) {

    static final ChatKind PRIVATE = new ChatKind("private", "P");
    static final ChatKind GROUP = new ChatKind("chat", "C");
    static final ChatKind CHANNEL = new ChatKind("channel", "N");
    static final ChatKind COMMENT = new ChatKind("comment", "T");
    static final ChatKind OPEN_LINE = new ChatKind("lines", "L");
    static final ChatKind WORKGROUP = new ChatKind("sonetGroup", "C");

    private static final Set<String> FOR_MANAGERS = Set.of("channel", "openChannel", "generalChannel", "announcement");

    boolean logsJoins() {
        return !type.equals("copilot");
    }

    /** Notifications have a chat, too, but no events. */
    boolean logsEvents() {
        return !letter.equals("S");
    }

    /** Only the owner and the managers write there. */
    boolean isForManagers() {
        return FOR_MANAGERS.contains(type);
    }

    /** Whoever is no outsider may write there, and is in it from then on. */
    boolean isOpen() {
        return letter.equals("O");
    }
}

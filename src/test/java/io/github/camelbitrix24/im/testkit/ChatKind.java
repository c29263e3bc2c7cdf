package io.github.camelbitrix24.im.testkit;

/** A chat's type and the letter for it in {@code messageType}; an open set. */
record ChatKind(String type, String letter) {

    static final ChatKind PRIVATE = new ChatKind("private", "P");
    static final ChatKind GROUP = new ChatKind("chat", "C");
    static final ChatKind CHANNEL = new ChatKind("channel", "N");
    static final ChatKind COMMENT = new ChatKind("comment", "T");
    static final ChatKind OPEN_LINE = new ChatKind("lines", "L");

    boolean logsJoins() {
        return !type.equals("copilot");
    }
}

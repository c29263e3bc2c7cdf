package io.github.camelbitrix24.im.testkit;

enum UserKind {
    EMPLOYEE("user", "default"),
    BOT("bot", "bot"),
    CUSTOMER("user", "imconnector");

    final String type;
    final String externalAuthId;

    UserKind(String type, String externalAuthId) {
        this.type = type;
        this.externalAuthId = externalAuthId;
    }
}

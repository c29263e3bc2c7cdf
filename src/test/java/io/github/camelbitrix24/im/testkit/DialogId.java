package io.github.camelbitrix24.im.testkit;

/** Finds the chat that an application means, if the user may post there. */
record DialogId(PortalState portal) {

    EmulatedChat chatFor(EmulatedUser user, String dialogId) {
        if (dialogId.isEmpty()) {
            throw RestFailure.of("PARAMS_ERROR", "Incorrect params", 400);
        }
        return dialogId.startsWith("chat") ? group(user, dialogId) : person(user, dialogId);
    }

    private EmulatedChat group(EmulatedUser user, String dialogId) {
        if (!dialogId.matches("chat0*[1-9][0-9]{0,17}")) {
            throw RestFailure.of("CHAT_ID_EMPTY", "Chat ID can't be empty", 400);
        }
        EmulatedChat chat = portal.messenger.chat(dialogId);
        if (!chat.openToAll && !chat.members.contains(user.id)) {
            throw RestFailure.of("ACCESS_ERROR", "You do not have access to the specified dialog", 403);
        }
        return chat;
    }

    private EmulatedChat person(EmulatedUser user, String dialogId) {
        if (!dialogId.matches("0*[1-9][0-9]{0,17}")) {
            throw RestFailure.of("USER_ID_EMPTY", "User ID can't be empty", 400);
        }
        if (portal.directory.find(Long.parseLong(dialogId)).isEmpty()) {
            throw RestFailure.of("USER_NOT_FOUND", "User not found", 400);
        }
        return portal.messenger.dialog(user, dialogId);
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.Optional;

import io.github.camelbitrix24.im.testkit.Behaviour.Dialogs;

/** Which chats an application may post in and read, in the name of a user. */
record DialogAccess(PortalState portal) {

    /** @throws RestFailure if there is no such person */
    void checkPerson(DialogTarget target) {
        if (target.isPerson() && portal.directory.find(target.person()).isEmpty()) {
            throw RestFailure.of("USER_NOT_FOUND", "User not found", 400);
        }
    }

    /** The chat if it is there already. */
    Optional<EmulatedChat> existing(EmulatedUser user, DialogTarget target) {
        return target.isPerson()
                ? portal.messenger.findPrivate(user.id, target.person())
                : portal.messenger.find(target.dialogId());
    }

    /** @throws RestFailure if the chat is not there, or the user may not write in it */
    EmulatedChat forPosting(EmulatedUser user, DialogTarget target) {
        if (target.isPerson()) {
            if (!reaches(user, target.person())) {
                throw RestFailure.of("ERROR_NO_ACCESS");
            }
            return portal.messenger.dialog(user, target.dialogId());
        }
        EmulatedChat chat = existing(user, target).or(() -> sprungUp(target))
                .orElseThrow(() -> RestFailure.of("CHAT_ID"));
        if (!mayWrite(user, chat)) {
            throw RestFailure.of("CANCELED");
        }
        return chat;
    }

    /** @throws RestFailure if the chat is not there, or the user is not in it */
    EmulatedChat forReading(EmulatedUser user, String dialogId) {
        return readable(user, dialogId(dialogId))
                .orElseThrow(() -> RestFailure.of("ACCESS_ERROR", "You do not have access to the specified dialog", 403));
    }

    /** @throws RestFailure if it is no dialog id at all */
    static String dialogId(String sent) {
        if (!isGroup(sent) && !sent.matches("[0-9]{1,18}") || sent.matches("[a-z]*0+")) {
            throw RestFailure.of("DIALOG_ID_EMPTY", "Dialog ID can't be empty", 400);
        }
        return sent;
    }

    /** The chat if it is there and the user is in it; a private one begins as soon as somebody asks for it. */
    Optional<EmulatedChat> readable(EmulatedUser user, String dialogId) {
        return isGroup(dialogId)
                ? group(dialogId).filter(chat -> isIn(user, chat))
                : portal.directory.find(Php.integer(dialogId)).filter(other -> reaches(user, other.id))
                        .map(other -> portal.messenger.dialog(user, Long.toString(other.id)));
    }

    /** As {@link #readable}, of a controller, for which an open chat is everybody's. */
    EmulatedChat forController(EmulatedUser user, String dialogId) {
        boolean group = isGroup(dialogId);
        if (group ? group(dialogId).isEmpty() : portal.directory.find(Php.integer(dialogId)).isEmpty()) {
            throw RestFailure.of("CHAT_NOT_FOUND");
        }
        return readable(user, dialogId)
                .or(() -> group ? group(dialogId).filter(chat -> mayWrite(user, chat)) : Optional.empty())
                .orElseThrow(DialogAccess::denied);
    }

    static RestFailure denied() {
        return RestFailure.of("ACCESS_DENIED", "Access denied", 400);
    }

    private Optional<EmulatedChat> group(String dialogId) {
        return portal.messenger.find(dialogId).or(() -> sprungUp(new DialogTarget(dialogId, 0)));
    }

    private static boolean isGroup(String dialogId) {
        return dialogId.matches("(chat|sg)[0-9]{1,17}");
    }

    boolean mayRead(EmulatedUser user, Message message) {
        return isIn(user, message.chat);
    }

    /** A file is for whoever is in its chat, or owns the drive that it is on. */
    boolean mayRead(EmulatedUser user, StoredFile file) {
        return file.chat == null ? file.authorId() == user.id : isIn(user, file.chat);
    }

    private Optional<EmulatedChat> sprungUp(DialogTarget target) {
        return portal.behaviours.is(Dialogs.SPRING_UP)
                ? Optional.of(portal.messenger.chat(target.dialogId()))
                : Optional.empty();
    }

    boolean mayWrite(EmulatedUser user, EmulatedChat chat) {
        if (chat.kind.isForManagers()) {
            return isIn(user, chat) && chat.isManagedBy(user.id);
        }
        return isIn(user, chat) || chat.kind.isOpen() && !user.kind.isOutsider();
    }

    /** Whoever is in the channel may read, and write in, the threads under its posts. */
    boolean isIn(EmulatedUser user, EmulatedChat chat) {
        return chat.kind == ChatKind.COMMENT
                ? portal.messenger.chat("chat" + chat.parentChatId).has(user)
                : chat.has(user);
    }

    private boolean reaches(EmulatedUser user, long other) {
        return !user.inaccessible.contains(other)
                && (!user.kind.isOutsider() || user.id == other || portal.messenger.findPrivate(user.id, other).isPresent()
                        || portal.messenger.share(user.id, other));
    }
}

package io.github.camelbitrix24.im.event;

/**
 * The few values of an event's data that headers and lanes need, taken while the page is scanned. Any may be missing:
 * the portal degrades entities to {@code []} or {@code {"id": N}} (observed behaviour of im 26.250).
 */
final class EventFields {

    int messageStart = -1;
    int messageEnd = -1;
    int textStart = -1;
    Long idOfMessage;
    Long messageChatId;
    Long messageChatIdToo;
    Long authorId;
    Long authorIdToo;
    boolean system;
    Long messageId;
    Long chatId;
    String chatDialogId;
    Long userId;
    /** What the user is; {@code null} if that is not known. */
    Sender user;
    /** Whether the portal names nobody, and says so. */
    boolean nobody;
    String dialogId;
    Long botId;

    Long messageId() {
        return idOfMessage != null ? idOfMessage : messageId;
    }

    /** The portal writes the numbers of a message's chat and author twice, in two spellings. */
    Long chatId() {
        Long ofMessage = messageChatId != null ? messageChatId : messageChatIdToo;
        return chatId != null ? chatId : ofMessage;
    }

    Long authorId() {
        return authorId != null ? authorId : authorIdToo;
    }

    /**
     * Where a bot answers though the portal names no dialog: to whoever has pressed a button in a private one, where it
     * leaves the chat out (observed behaviour of im 26.250).
     */
    String answerable(boolean command) {
        Long chat = chatId();
        boolean isPrivate = command && chatId == null && userId != null && userId > 0;
        if (chat != null && !isPrivate) {
            return "chat" + chat;
        }
        return userId != null && userId > 0 ? userId.toString() : null;
    }

    String dialogId() {
        return chatDialogId != null ? chatDialogId : dialogId;
    }

    /** The same name may stand in the data twice; the last counts. */
    void forgetMessage() {
        messageStart = -1;
        textStart = -1;
        idOfMessage = null;
        messageChatId = null;
        messageChatIdToo = null;
        authorId = null;
        authorIdToo = null;
        system = false;
    }

    void forgetChat() {
        chatId = null;
        chatDialogId = null;
    }

    void forgetUser() {
        userId = null;
        user = null;
        nobody = false;
    }
}

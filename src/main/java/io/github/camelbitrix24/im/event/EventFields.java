package io.github.camelbitrix24.im.event;

/**
 * The few values of an event's data that headers and lanes need, taken while the page is scanned. Any may be missing:
 * the portal degrades entities to {@code []} or {@code {"id": N}} (observed behaviour of im 26.250).
 */
final class EventFields {

    int messageStart = -1;
    int messageEnd = -1;
    int textStart = -1;
    Long messageId;
    Long messageChatId;
    Long messageChatIdToo;
    Long authorId;
    Long authorIdToo;
    Long chatId;
    String chatDialogId;
    Long userId;
    String dialogId;

    /** The portal writes the numbers of a message's chat and author twice, in two spellings. */
    Long chatId() {
        Long ofMessage = messageChatId != null ? messageChatId : messageChatIdToo;
        return chatId != null ? chatId : ofMessage;
    }

    Long authorId() {
        return authorId != null ? authorId : authorIdToo;
    }

    String dialogId() {
        return chatDialogId != null ? chatDialogId : dialogId;
    }
}

package io.github.camelbitrix24.im.consumer;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventKind;
import io.github.camelbitrix24.im.event.ImChat;

/**
 * What kind of chat an event happened in, in the words of the option {@code chats}, in lower case.
 */
final class ChatKind {

    static final String PRIVATE = "private";
    static final String GROUP = "group";
    static final String CHANNEL = "channel";
    static final String COMMENT = "comment";
    static final String OPEN_LINE = "openline";

    private static final Set<String> OPEN_LINE_TYPES = Set.of("lines", "livechat");
    private static final Set<String> CHANNEL_TYPES = Set.of("channel", "openchannel", "generalchannel");
    private static final Set<String> COMMENT_TYPES = Set.of("comment", "thread");
    private static final Set<String> GROUP_TYPES = Set.of("chat", "open", "general", "collab");

    private ChatKind() {
    }

    /**
     * The kind, and the type by which the portal calls it, which is an open set.
     *
     * @return empty if the event does not tell: where the portal leaves but the id of a chat
     */
    static Set<String> namesOf(Bitrix24ImEvent event) {
        ImChat chat = event.getChat();
        String type = lowerCase(chat.getType());
        Set<String> names = new TreeSet<>();
        if (!type.isEmpty()) {
            names.add(type);
        }
        String kind = kindOf(type, lowerCase(chat.getMessageType()), lowerCase(chat.getEntityType()));
        if (kind != null) {
            names.add(kind);
        } else if (names.isEmpty() && isPrivateByWhatIsLeft(event, chat)) {
            names.add(PRIVATE);
        }
        return names;
    }

    static boolean isPrivate(Bitrix24ImEvent event) {
        return namesOf(event).contains(PRIVATE);
    }

    /** Customers first: who answers there by mistake answers outside the company. */
    private static String kindOf(String type, String letter, String entityType) {
        if (OPEN_LINE_TYPES.contains(type) || OPEN_LINE_TYPES.contains(entityType) || letter.equals("l")) {
            return OPEN_LINE;
        }
        if (type.equals(PRIVATE) || letter.equals("p")) {
            return PRIVATE;
        }
        if (CHANNEL_TYPES.contains(type) || letter.equals("n") || letter.equals("j")) {
            return CHANNEL;
        }
        if (COMMENT_TYPES.contains(type) || letter.equals("t")) {
            return COMMENT;
        }
        return GROUP_TYPES.contains(type) || letter.equals("c") || letter.equals("o") || letter.equals("b") ? GROUP : null;
    }

    /** A private chat is named by a person's id, and left out where a button in it was pressed (im 26.250). */
    private static boolean isPrivateByWhatIsLeft(Bitrix24ImEvent event, ImChat chat) {
        String dialogId = event.getDialogId();
        return dialogId != null && dialogId.matches("[0-9]+")
                || EventKind.COMMAND.equals(event.getKind()) && !chat.isPresent();
    }

    private static String lowerCase(String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }
}

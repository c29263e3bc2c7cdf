package io.github.camelbitrix24.im.consumer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventKind;
import io.github.camelbitrix24.im.event.ImMessage;

/**
 * Whether an event speaks to somebody, by the rules by which the portal decides what a bot hears: everything in a
 * private chat; else a mention, a reply to the own message, a reaction to it, a command. A mention of all is none.
 */
final class Address {

    /** The portal adds {@code REPLACE} where it has filled in the name (observed behaviour of im 26.250). */
    private static final Pattern MENTION = Pattern.compile("\\[USER=([0-9]{1,18})(?: REPLACE)?]", Pattern.CASE_INSENSITIVE);

    private Address() {
    }

    /**
     * @param user {@code null} if that is not known: then only what is private is for it
     */
    static boolean speaksTo(Long user, Bitrix24ImEvent event) {
        String kind = String.valueOf(event.getKind());
        if (kind.equals(EventKind.COMMAND) || kind.equals(EventKind.CONTEXT) || ChatKind.isPrivate(event)) {
            return true;
        }
        if (user == null) {
            return false;
        }
        ImMessage message = event.getMessage();
        return switch (kind) {
            case EventKind.JOIN -> user.equals(event.getUserId());
            case EventKind.REACTION_CHANGE -> user.equals(message.getAuthorId());
            default -> isMentioned(user, message.getText()) || user.equals(message.getReplyTo().getAuthorId());
        };
    }

    private static boolean isMentioned(long user, String text) {
        Matcher mention = MENTION.matcher(text == null ? "" : text);
        while (mention.find()) {
            if (Long.parseLong(mention.group(1)) == user) {
                return true;
            }
        }
        return false;
    }
}

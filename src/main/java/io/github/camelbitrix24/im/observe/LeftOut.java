package io.github.camelbitrix24.im.observe;

/**
 * Why a route does not get an event.
 */
public enum LeftOut {
    /** The option {@code eventTypes} does not name it. */
    TYPE,
    /** The acting user did it, and {@code includeOwn} is false. */
    OWN,
    /** The option {@code dialogs} does not name where it happened. */
    DIALOG,
    /** It happened in a chat of a kind that the option {@code chats} does not name. */
    CHAT,
    /** Who did it is not among those that the option {@code senders} names, or is not known. */
    SENDER,
    /** It does not speak to the acting user, and {@code mentionOnly} is true. */
    MENTION
}

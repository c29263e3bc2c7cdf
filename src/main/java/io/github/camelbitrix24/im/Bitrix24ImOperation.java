package io.github.camelbitrix24.im;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What an endpoint does; the first part of its URI.
 */
public enum Bitrix24ImOperation {

    /**
     * Producer: has the user's events recorded from now on. The body becomes a {@code Boolean}.
     */
    subscribe,
    /**
     * Producer: ends the recording and deletes what was recorded. The body becomes a {@code Boolean}.
     */
    unsubscribe,
    /**
     * Consumer: receives the user's events. Producer: reads one page of them, as a list.
     */
    events,
    /**
     * Producer: posts the body as text to a dialog. The body becomes the message's id, a {@code Long}.
     */
    send,
    /**
     * Producer: posts the first words of a body that is still being written, and edits the message as it grows. The
     * body becomes the message's id, a {@code Long}.
     */
    stream,
    /**
     * Producer: gives a message that was sent the body as its text. The body becomes {@code true}.
     */
    edit,
    /**
     * Producer: takes a message that was sent out of its dialog. The body becomes {@code true}.
     */
    delete,
    /**
     * Producer: reacts to the event's message, or takes that back. The body becomes {@code true}.
     */
    react,
    /**
     * Producer: shows in a dialog that an answer is being written. It is left out where it cannot be shown, and fails
     * no exchange. The body stays.
     */
    typing,
    /**
     * Producer: marks the event's message, and those before it, as read. The body stays.
     */
    read,
    /**
     * Producer: reads what was said in a dialog. The body becomes a list of messages, oldest first.
     */
    history,
    /**
     * Producer: posts the body as a file, once, to a dialog. The body becomes the message's id, a {@code Long}.
     */
    upload,
    /**
     * Producer: fetches a file that a message shows. The body becomes its bytes, as a stream.
     */
    download,
    /**
     * Producer: calls any REST method with the body as parameters. The body becomes its result.
     */
    call,
    /**
     * Producer: asks the portal, without changing anything there, what keeps events from arriving. The body becomes a
     * {@link io.github.camelbitrix24.im.check.CheckReport}. It fails no exchange.
     */
    check;

    /**
     * @throws IllegalArgumentException naming the operations that there are
     */
    static Bitrix24ImOperation parse(String name) {
        return Arrays.stream(values())
                .filter(operation -> operation.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown operation '" + name + "'. Use one of: " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(Enum::name).collect(Collectors.joining(", "));
    }
}

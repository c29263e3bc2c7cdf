package io.github.camelbitrix24.im.testkit;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * A message before it is said, with what it carries besides text. Parameters are named and typed as in the portal's
 * events: numbers are strings, flags are {@code "Y"} and {@code "N"}.
 */
public record Draft(String text, Map<String, Object> params, long forwardOf, boolean system, String templateId) {

    public Draft {
        params = Collections.unmodifiableMap(new TreeMap<>(params));
    }

    public static Draft text(String text) {
        return new Draft(text, Map.of(), 0, false, null);
    }

    /** The text of another message, passed on. */
    public static Draft forwardOf(long messageId) {
        return new Draft("", Map.of(), messageId, false, null);
    }

    public Draft files(long... fileIds) {
        return param("FILE_ID", LongStream.of(fileIds).mapToObj(Long::toString).toList());
    }

    public Draft replyTo(long messageId) {
        return param("REPLY_ID", Long.toString(messageId));
    }

    public Draft attach(List<?> attachments) {
        return param("ATTACH", attachments);
    }

    /** A list of buttons, or {@code "N"}. */
    public Draft keyboard(Object keyboard) {
        return param("KEYBOARD", keyboard);
    }

    public Draft param(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(params);
        more.put(name, value);
        return new Draft(text, more, forwardOf, system, templateId);
    }

    /** In a private chat the message keeps its raw sender as the event's user; in a group it has none. */
    public Draft asSystem() {
        return new Draft(text, params, forwardOf, true, templateId);
    }

    public Draft templateId(String uuid) {
        return new Draft(text, params, forwardOf, system, uuid);
    }
}

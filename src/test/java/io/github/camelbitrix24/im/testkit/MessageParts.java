package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * {@code ATTACH}, {@code KEYBOARD} and {@code MENU} of a call, sent as JSON or as a text that holds JSON.
 *
 * @param prefix   of the codes of errors
 * @param oversize what the code of an error ends in if a part is too large
 */
record MessageParts(PortalClock clock, String prefix, String oversize) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 60_000;
    private static final List<String> NAMES = List.of("ATTACH", "KEYBOARD", "MENU");

    static MessageParts legacy(PortalClock clock) {
        return new MessageParts(clock, "", "_OVERSIZE");
    }

    static MessageParts ofControllers(PortalClock clock) {
        return new MessageParts(clock, "PARAM_", "_ERROR");
    }

    /**
     * The parts as messages keep them. What is empty is ignored.
     *
     * @throws RestFailure if nothing of a part is usable, or it is too large
     */
    Map<String, Object> of(LooseParams params) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (Php.isTrue(params.get(name))) {
                parts.put(name, part(name, params));
            }
        }
        return parts;
    }

    /** As {@link #of(LooseParams)}, but what is empty, or {@code N}, takes a part away: its value is null. */
    Map<String, Object> changes(LooseParams params) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (String name : NAMES) {
            if (params.get(name) != null) {
                boolean goes = !Php.isTrue(params.get(name)) || "N".equals(params.get(name));
                parts.put(name, !goes ? part(name, params) : name.equals("ATTACH") ? null : "N");
            }
        }
        return parts;
    }

    private Object part(String name, LooseParams params) {
        Object sent = params.get(name) instanceof String text ? parsed(name, text) : params.get(name);
        long botId = botId(params, sent);
        List<Object> part = switch (name) {
            case "ATTACH" -> Attachment.of(sent, clock.now().getEpochSecond());
            case "KEYBOARD" -> Buttons.keyboard(sent, botId);
            default -> Buttons.menu(sent, botId);
        };
        if (part.isEmpty()) {
            throw incorrect(name);
        }
        if (WireJson.text(part).length() >= LARGEST) {
            throw RestFailure.of(prefix + name + oversize,
                    "You have exceeded the maximum allowable size of " + name.toLowerCase(Locale.ROOT), 400);
        }
        return part;
    }

    /** Controllers look for it beside the buttons as well. */
    private long botId(LooseParams params, Object sent) {
        long botId = Php.integer(params.get("BOT_ID"));
        return botId == 0 && !prefix.isEmpty() && sent instanceof Map<?, ?> frame ? Php.integer(frame.get("BOT_ID")) : botId;
    }

    private Object parsed(String name, String text) {
        try {
            return JSON.readValue(text, Object.class);
        } catch (IOException e) {
            throw incorrect(name);
        }
    }

    private RestFailure incorrect(String name) {
        return RestFailure.of(prefix + name + "_ERROR", "Incorrect " + name.toLowerCase(Locale.ROOT) + " params", 400);
    }
}

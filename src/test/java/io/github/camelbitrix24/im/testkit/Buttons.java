package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The buttons of a keyboard, or the items of a menu, as the portal keeps them: those that do nothing are dropped, the
 * others get every key that they have not.
 */
final class Buttons {

    static final Pattern COLOR = Pattern.compile("#[a-fA-F0-9]{3}(?:[a-fA-F0-9]{3})?");
    static final Pattern ADDRESS = Pattern.compile("(?:/|https?://).*", Pattern.DOTALL);
    static final Set<String> TOKENS = Set.of("primary", "secondary", "alert", "base");
    private static final Set<String> ACTIONS = Set.of("PUT", "SEND", "COPY", "CALL", "DIALOG", "LIVECHAT", "HELP");
    private static final List<String> COLORS = List.of("TEXT_COLOR", "OFF_BG_COLOR", "OFF_TEXT_COLOR");

    private final long botId;
    private final Map<?, ?> frame;

    private Buttons(long botId, Map<?, ?> frame) {
        this.botId = botId;
        this.frame = frame;
    }

    /**
     * @param  sent  a list of buttons, or an object with {@code BUTTONS}
     * @param  botId whose commands the buttons are; without one those with commands are dropped
     * @return       empty if nothing is left of it
     */
    static List<Object> keyboard(Object sent, long botId) {
        Map<?, ?> frame = sent instanceof Map<?, ?> map && map.containsKey("BUTTONS") ? map : Map.of();
        Buttons buttons = new Buttons(botId, frame);
        List<Object> kept = new ArrayList<>();
        for (Object button : elements(frame.isEmpty() ? sent : frame.get("BUTTONS"))) {
            if (button instanceof Map<?, ?> fields && "NEWLINE".equals(fields.get("TYPE"))) {
                kept.add(Map.of("TYPE", "NEWLINE"));
            } else if (button instanceof Map<?, ?> fields && !fields.containsKey("FUNCTION")) {
                buttons.button(fields, kept);
            }
        }
        return kept;
    }

    /** As {@link #keyboard(Object, long)}, of {@code ITEMS}. */
    static List<Object> menu(Object sent, long botId) {
        Map<?, ?> frame = sent instanceof Map<?, ?> map && map.containsKey("ITEMS") ? map : Map.of();
        Buttons buttons = new Buttons(botId, frame);
        List<Object> kept = new ArrayList<>();
        for (Object item : elements(frame.isEmpty() ? sent : frame.get("ITEMS"))) {
            if (item instanceof Map<?, ?> fields && !fields.containsKey("FUNCTION")) {
                buttons.item(fields, kept);
            }
        }
        return kept;
    }

    static Collection<?> elements(Object sent) {
        return sent instanceof Map<?, ?> map ? map.values() : sent instanceof Collection<?> list ? list : List.of();
    }

    private void button(Map<?, ?> sent, List<Object> kept) {
        Map<String, Object> button = new LinkedHashMap<>();
        button.put("BOT_ID", botId);
        button.put("TYPE", "BUTTON");
        if (text(sent, "TEXT").isEmpty() || !does(sent, button)) {
            return;
        }
        button.put("TEXT", text(sent, "TEXT"));
        button.put("VOTE", flag(frame, "VOTE"));
        button.put("BLOCK", flag(sent, "BLOCK"));
        button.put("WAIT", "N");
        button.put("CONTEXT", oneOf(sent, "CONTEXT", Set.of("MOBILE", "DESKTOP"), "ALL"));
        button.put("DISABLED", flag(sent, "DISABLED"));
        button.put("DISPLAY", oneOf(sent, "DISPLAY", Set.of("BLOCK", "LINE"), "BLOCK"));
        if (Php.integer(sent.get("WIDTH")) > 0) {
            button.put("WIDTH", Php.integer(sent.get("WIDTH")));
        }
        color("BG_COLOR", sent, button);
        button.put("BG_COLOR_TOKEN", oneOf(sent, "BG_COLOR_TOKEN", TOKENS, "base"));
        COLORS.forEach(name -> color(name, sent, button));
        kept.add(button);
    }

    private void item(Map<?, ?> sent, List<Object> kept) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("BOT_ID", botId);
        if (text(sent, "TEXT").isEmpty() || !does(sent, item)) {
            return;
        }
        item.put("TEXT", escaped(text(sent, "TEXT")));
        item.put("CONTEXT", oneOf(sent, "CONTEXT", Set.of("MOBILE", "DESKTOP"), "ALL"));
        item.put("DISABLED", flag(sent, "DISABLED"));
        kept.add(item);
    }

    /** The first thing to do that it has is what it does. */
    private boolean does(Map<?, ?> sent, Map<String, Object> button) {
        if (sent.get("LINK") instanceof String link && ADDRESS.matcher(link).matches()) {
            button.put("LINK", escaped(link));
        } else if (Php.isTrue(sent.get("APP_ID"))) {
            button.put("APP_ID", Php.integer(sent.get("APP_ID")));
            if (!text(sent, "APP_PARAMS").isEmpty()) {
                button.put("APP_PARAMS", sent.get("APP_PARAMS"));
            }
        } else if (ACTIONS.contains(text(sent, "ACTION")) && !text(sent, "ACTION_VALUE").isEmpty()) {
            button.put("ACTION", sent.get("ACTION"));
            button.put("ACTION_VALUE", sent.get("ACTION_VALUE"));
        } else if (botId > 0 && !text(sent, "COMMAND").isEmpty()) {
            button.put("COMMAND", sent.get("COMMAND").toString().replaceFirst("^/", ""));
            button.put("COMMAND_PARAMS", text(sent, "COMMAND_PARAMS").isEmpty() ? "" : sent.get("COMMAND_PARAMS"));
        } else {
            return false;
        }
        return true;
    }

    private void color(String name, Map<?, ?> sent, Map<String, Object> button) {
        Map<?, ?> colors = frame.get("COLORS") instanceof Map<?, ?> map ? map : Map.of();
        for (Object value : new Object[] { sent.get(name), colors.get(name) }) {
            if (value instanceof String color && COLOR.matcher(color).matches()) {
                button.put(name, color);
                return;
            }
        }
    }

    static String oneOf(Map<?, ?> sent, String name, Set<String> values, String otherwise) {
        return sent.get(name) instanceof String text && values.contains(text) ? text : otherwise;
    }

    private static String flag(Map<?, ?> sent, String name) {
        return "Y".equals(sent.get(name)) ? "Y" : "N";
    }

    static String text(Map<?, ?> sent, String name) {
        return sent.get(name) instanceof String text ? Php.trimmed(text) : "";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("'", "&#039;").replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}

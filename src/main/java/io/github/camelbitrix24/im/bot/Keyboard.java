package io.github.camelbitrix24.im.bot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The buttons under a message, for the header {@code CamelBitrix24ImKeyboard}:
 * <code>Keyboard.button("Approve").command("cb", "ok:T-9").primary().and("Open").link("https://acme.example/t/9")</code>.
 * What a person presses comes to the bot as an event of the kind {@code command}. Whoever may write to the bot can send
 * any parameters, also such as no button has. (Bitrix24 REST: keyboards)
 */
public final class Keyboard {

    private final List<Map<String, Object>> buttons = new ArrayList<>();

    private Keyboard() {
    }

    /** Begins with a button that has this text on it. */
    public static Keyboard button(String text) {
        return new Keyboard().and(text);
    }

    /** One more button, beside the last one. */
    public Keyboard and(String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("A button without a text is left out by the portal: give it one");
        }
        buttons.add(new LinkedHashMap<>(Map.of("TEXT", text)));
        return set("DISPLAY", "LINE");
    }

    /** The next button stands in a new line. */
    public Keyboard newLine() {
        buttons.add(new LinkedHashMap<>(Map.of("TYPE", "NEWLINE")));
        return this;
    }

    /**
     * Pressed, the button gives the bot a command.
     *
     * @param name   of a command of the bot, without the slash
     * @param params what comes with it
     */
    public Keyboard command(String name, String params) {
        return set("COMMAND", name).set("COMMAND_PARAMS", params);
    }

    /**
     * Pressed, the button opens an address.
     *
     * @param address with {@code https://} or {@code http://}, or a path of the portal that begins with a slash
     */
    public Keyboard link(String address) {
        return set("LINK", address);
    }

    /** Pressed, the button sends a text in the name of the person. */
    public Keyboard send(String text) {
        return set("ACTION", "SEND").set("ACTION_VALUE", text);
    }

    /** Pressed, the button puts a text where the person writes. */
    public Keyboard put(String text) {
        return set("ACTION", "PUT").set("ACTION_VALUE", text);
    }

    /** Pressed, the button copies a text. */
    public Keyboard copy(String text) {
        return set("ACTION", "COPY").set("ACTION_VALUE", text);
    }

    /** The button for what is usually done. */
    public Keyboard primary() {
        return set("BG_COLOR_TOKEN", "primary");
    }

    /** The button for what is not easily undone. */
    public Keyboard alert() {
        return set("BG_COLOR_TOKEN", "alert");
    }

    /** Once it is pressed, no button of the message can be pressed until the message is edited. */
    public Keyboard once() {
        return set("BLOCK", "Y");
    }

    /**
     * Anything else that the portal knows of buttons.
     *
     * @param key in capitals, for example {@code WIDTH}
     */
    public Keyboard set(String key, Object value) {
        Map<String, Object> last = buttons.get(buttons.size() - 1);
        if (last.containsKey("TYPE")) {
            throw new IllegalStateException("There is no button in this line yet: begin one with and(text)");
        }
        last.put(key, value);
        return this;
    }

    /**
     * The buttons as the portal takes them.
     */
    @JsonValue
    public List<Map<String, Object>> toList() {
        return buttons.stream().<Map<String, Object>> map(LinkedHashMap::new).toList();
    }
}

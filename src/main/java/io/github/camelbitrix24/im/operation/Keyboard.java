package io.github.camelbitrix24.im.operation;

import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Knows the buttons that the portal drops without a word, so that nobody waits for one to be pressed that is not there.
 * (Bitrix24 REST: keyboards)
 */
final class Keyboard {

    static final String EXAMPLE = "[{\"TEXT\":\"Open\",\"LINK\":\"https://acme.example/t/9\"}]";
    static final String BOT_ID = "BOT_ID";

    static final String BUTTONS = "BUTTONS";
    private static final Pattern ADDRESS = Pattern.compile("(?:/|https?://).*", Pattern.DOTALL);
    private static final Set<String> ACTIONS = Set.of("PUT", "SEND", "COPY", "CALL", "DIALOG", "LIVECHAT", "HELP");

    private Keyboard() {
    }

    static boolean isEmpty(JsonNode keyboard) {
        return keyboard.isObject() && keyboard.path(BUTTONS).isEmpty();
    }

    /**
     * @param  ofBot whether it is a bot that posts them, so that they may have commands
     * @return       {@code null} if all buttons will be there
     */
    static String whatIsWrongWith(JsonNode keyboard, boolean ofBot) {
        JsonNode buttons = keyboard.isArray() ? keyboard : keyboard.path(BUTTONS);
        if (!buttons.isArray()) {
            return "is a map without the list " + BUTTONS;
        }
        boolean bot = ofBot || keyboard.path(BOT_ID).asLong() > 0;
        for (int i = 0; i < buttons.size(); i++) {
            String wrong = wrong(buttons.get(i), bot);
            if (wrong != null) {
                return "has a button that the portal would leave out, number " + (i + 1) + ": " + wrong;
            }
        }
        return null;
    }

    private static String wrong(JsonNode button, boolean bot) {
        if (!button.isObject()) {
            return "it is no map";
        }
        if (button.path("TYPE").asText().equals("NEWLINE")) {
            return null;
        }
        if (button.has("FUNCTION")) {
            return "the key FUNCTION is not for applications";
        }
        if (isBlank(button, "TEXT")) {
            return button.has("text") ? "it has no TEXT; keys are in capitals" : "it has no TEXT, or one that is no text";
        }
        if (does(button, bot)) {
            return null;
        }
        if (!isBlank(button, "COMMAND") && !bot) {
            return "a COMMAND belongs to a bot, so write {\"BOT_ID\":118,\"BUTTONS\":[...]} with the bot's id";
        }
        if (!isBlank(button, "LINK")) {
            return "its LINK begins neither with https:// or http:// nor with /";
        }
        if (!isBlank(button, "ACTION")) {
            return "its ACTION is none of PUT, SEND, COPY, CALL, DIALOG, or it has no ACTION_VALUE";
        }
        return "it does nothing: give it a LINK, an ACTION with ACTION_VALUE, an APP_ID, or a bot's COMMAND";
    }

    private static boolean does(JsonNode button, boolean bot) {
        return ADDRESS.matcher(button.path("LINK").asText()).matches()
                || button.path("APP_ID").asLong() > 0
                || ACTIONS.contains(button.path("ACTION").asText()) && !isBlank(button, "ACTION_VALUE")
                || bot && !isBlank(button, "COMMAND");
    }

    private static boolean isBlank(JsonNode button, String key) {
        JsonNode value = button.path(key);
        return !value.isTextual() || value.textValue().isBlank();
    }
}

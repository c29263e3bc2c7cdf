package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A slash command of a bot.
 *
 * @param name            without the slash
 * @param title           by language
 * @param params          what its parameters are, by language
 * @param common          whether it is good where the bot is not
 * @param hidden          whether people are not told of it
 * @param extranetSupport whether people from outside the company may use it
 */
public record BotCommand(
        long id, long botId, String name, Map<String, String> title, Map<String, String> params, boolean common,
        boolean hidden, boolean extranetSupport) {

    public BotCommand {
        title = Map.copyOf(title);
        params = Map.copyOf(params);
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("botId", botId);
        fields.put("command", "/" + name);
        fields.put("common", common);
        fields.put("hidden", hidden);
        fields.put("extranetSupport", extranetSupport);
        return fields;
    }

    /** As {@code Command.list} writes it, which is otherwise than the other methods do. */
    Map<String, Object> listed(String category, String language) {
        return listed(id, botId, "/" + name, category, common, text(title, language), text(params, language),
                extranetSupport);
    }

    static Map<String, Object> listed(
            Object id, long botId, String command, String category, boolean common, String title, String params,
            boolean extranet) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", id);
        fields.put("botId", botId);
        fields.put("command", command);
        fields.put("category", category);
        fields.put("common", common ? "Y" : "N");
        fields.put("context", "");
        fields.put("title", title);
        fields.put("params", params);
        fields.put("extranet", extranet ? "Y" : "N");
        return fields;
    }

    private static String text(Map<String, String> texts, String language) {
        return texts.getOrDefault(language, texts.getOrDefault("en", texts.values().stream().findFirst().orElse("")));
    }
}

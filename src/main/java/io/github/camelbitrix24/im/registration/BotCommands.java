package io.github.camelbitrix24.im.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.Json;

/**
 * Which slash commands a bot lacks, or has with another title. (Bitrix24 REST: imbot.v2.Command)
 */
final class BotCommands {

    static final String LIST = "imbot.v2.Command.list";

    private static final String REGISTER = "imbot.v2.Command.register";
    private static final String UPDATE = "imbot.v2.Command.update";

    private final BotRequest request;

    BotCommands(BotRequest request) {
        this.request = request;
    }

    record Change(String method, ObjectNode params) {
    }

    /**
     * @param known    what the portal lists: also commands of its own, which belong to no bot
     * @param language the portal's, in which it shows titles
     */
    List<Change> missing(JsonNode known, long botId, String language) {
        Map<String, JsonNode> own = new HashMap<>();
        for (JsonNode command : known.isArray() ? known : known.path("commands")) {
            if (command.path("botId").asLong() == botId) {
                own.put(BotRequest.command(command.path("command").asText()), command);
            }
        }
        List<Change> changes = new ArrayList<>();
        request.commands().forEach((name, title) -> {
            JsonNode there = own.get(name);
            ObjectNode params = Json.MAPPER.createObjectNode();
            if (there == null) {
                ObjectNode fields = params.putObject("fields").put("command", name);
                if (isHidden(title)) {
                    fields.put("hidden", true);
                } else {
                    titled(fields, title == null ? name : title, language);
                }
                changes.add(new Change(REGISTER, params));
            } else if (title != null && !isHidden(title) && !title.equals(there.path("title").asText())) {
                titled(params.put("commandId", there.path("id").asLong()).putObject("fields"), title, language);
                changes.add(new Change(UPDATE, params));
            }
        });
        return changes;
    }

    private static boolean isHidden(String title) {
        return title != null && title.isBlank();
    }

    private static void titled(ObjectNode fields, String title, String language) {
        fields.putObject("title").put("en", title).put(language, title);
    }
}

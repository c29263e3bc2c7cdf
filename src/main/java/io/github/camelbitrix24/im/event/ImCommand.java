package io.github.camelbitrix24.im.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * A slash command that somebody gave a bot. Whoever may write to the bot can send any parameters, also by a button that
 * does not have them. (Bitrix24 REST: imbot.v2, ONIMBOTV2COMMANDADD)
 */
public final class ImCommand extends JsonView {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ImCommand(JsonNode node) {
        super(node);
    }

    /**
     * The number of the command at the portal.
     */
    public Long getId() {
        return numberAt("id");
    }

    /**
     * Its name without the slash.
     */
    public String getName() {
        String name = textAt("command");
        return name != null && name.startsWith("/") ? name.substring(1) : name;
    }

    /**
     * What follows the name; empty if nothing does.
     */
    public String getParams() {
        return textAt("params");
    }

    /**
     * How it was given: {@code textarea} if it was typed, {@code keyboard} by a button, {@code menu} by a menu.
     */
    public String getContext() {
        return textAt("context");
    }
}

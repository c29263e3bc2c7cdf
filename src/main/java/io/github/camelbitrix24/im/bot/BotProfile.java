package io.github.camelbitrix24.im.bot;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a bot looks to people, and what it hears. What is not set here stays as it is at the portal, or as the portal has
 * it for new bots.
 */
public class BotProfile {

    private String lastName;
    private String workPosition;
    private String color;
    private String gender;
    private String avatar;
    private Boolean hidden;
    private Boolean reactionsEnabled;
    private Boolean openLines;
    private Map<String, String> commands = new LinkedHashMap<>();

    public String getLastName() {
        return lastName;
    }

    public void setLastName(String lastName) {
        this.lastName = lastName;
    }

    public String getWorkPosition() {
        return workPosition;
    }

    /**
     * What stands below the name. Without it the portal writes its word for a chat bot.
     */
    public void setWorkPosition(String workPosition) {
        this.workPosition = workPosition;
    }

    public String getColor() {
        return color;
    }

    /**
     * One of the portal's names of colours, for example {@code mint} or {@code azure}. It is sent when the bot is
     * registered, and with other changes.
     */
    public void setColor(String color) {
        this.color = color;
    }

    public String getGender() {
        return gender;
    }

    /**
     * {@code M} or {@code F}, as which languages speak of the bot; empty for neither.
     */
    public void setGender(String gender) {
        this.gender = gender;
    }

    public String getAvatar() {
        return avatar;
    }

    /**
     * An image of at most 5000 by 5000 pixels in base64, for a bot that is registered; one that is there keeps its own.
     */
    public void setAvatar(String avatar) {
        this.avatar = avatar;
    }

    public Boolean getHidden() {
        return hidden;
    }

    /**
     * Whether people do not find the bot when they search.
     */
    public void setHidden(Boolean hidden) {
        this.hidden = hidden;
    }

    public Boolean getReactionsEnabled() {
        return reactionsEnabled;
    }

    /**
     * Whether people may react to the bot's messages, and the bot hears of it.
     */
    public void setReactionsEnabled(Boolean reactionsEnabled) {
        this.reactionsEnabled = reactionsEnabled;
    }

    public Boolean getOpenLines() {
        return openLines;
    }

    /**
     * Whether the bot hears the chats of open lines that it is in.
     */
    public void setOpenLines(Boolean openLines) {
        this.openLines = openLines;
    }

    public Map<String, String> getCommands() {
        return commands;
    }

    /**
     * The slash commands, each with what people are shown beside it; {@code null} for the command itself.
     */
    public void setCommands(Map<String, String> commands) {
        this.commands = new LinkedHashMap<>(commands);
    }
}

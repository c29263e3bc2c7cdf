package io.github.camelbitrix24.im;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelbitrix24.im.bot.BotProfile;
import io.github.camelbitrix24.im.registration.BotRequest;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

/**
 * The options that say as which bot a portal is called.
 */
@UriParams
public abstract class BotConfiguration extends PortalConfiguration {

    @UriParam(label = "common,bot",
              description = "The code of a bot, for example desk_helper. With it everything is done as this bot instead of the"
                            + " user: events come from the bot's own queue, and messages are posted in the bot's name. The"
                            + " webhook or application needs the scope imbot. Empty means no bot.")
    private String bot;
    @UriParam(label = "common,bot,security", secret = true,
              description = "The bot's token, with an incoming webhook: a text of your own with at most 40 characters. Whoever has"
                            + " it and any webhook of the portal with the scope imbot can act as the bot. With an OAuth"
                            + " application it is not needed.")
    private String token;
    @UriParam(label = "common,bot",
              description = "The bot's name, which people see. Without it a bot that is registered gets its code as its name, and"
                            + " one that is there keeps the name that it has.")
    private String botName;
    @UriParam(label = "common,bot", enums = "bot,personal,supervisor,openline,network",
              description = "What the bot is registered as: bot hears private messages and in groups what speaks to it; personal and"
                            + " supervisor hear everything in their chats; openline and network are for open lines. Without it bot."
                            + " The portal does not change the type of a bot that is there.")
    private String botType;
    @UriParam(label = "common,bot", defaultValue = "true",
              description = "Whether the bot is registered at the start if the portal has none with this code, and brought up to date"
                            + " where these options say something else. It is never unregistered.")
    private boolean registerBot = true;
    @UriParam(label = "common,bot",
              description = "More of how the bot looks and what it hears: a bean of the type"
                            + " io.github.camelbitrix24.im.bot.BotProfile.")
    private BotProfile botProfile;
    @UriParam(label = "common,bot",
              description = "The slash commands of the bot, separated by commas, for example room,help. Those that are missing are"
                            + " registered, none is unregistered. What people are shown beside a command is set as"
                            + " commands.room=Book a room, or in botProfile.")
    private String commands;
    @UriParam(label = "common,bot", multiValue = true, prefix = "commands.",
              description = "The slash commands of the bot with what people are shown beside them, for example"
                            + " commands.room=Book a room. One with an empty text is not shown to people, as suits those of"
                            + " buttons.")
    private Map<String, Object> commandTitles;
    @UriParam(label = "consumer,bot", defaultValue = "false",
              description = "Whether the bot's consumer reads the queue of the user of the credentials as well. Both queues then have"
                            + " one reader, since one acknowledgement is for both. The webhook or application also needs the scope"
                            + " im.")
    private boolean userEvents;

    public String getBot() {
        return bot;
    }

    public void setBot(String bot) {
        this.bot = bot;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getBotName() {
        return botName;
    }

    public void setBotName(String botName) {
        this.botName = botName;
    }

    public String getBotType() {
        return botType;
    }

    public void setBotType(String botType) {
        this.botType = botType;
    }

    public boolean isRegisterBot() {
        return registerBot;
    }

    public void setRegisterBot(boolean registerBot) {
        this.registerBot = registerBot;
    }

    public BotProfile getBotProfile() {
        return botProfile;
    }

    public void setBotProfile(BotProfile botProfile) {
        this.botProfile = botProfile;
    }

    public String getCommands() {
        return commands;
    }

    public void setCommands(String commands) {
        this.commands = commands;
    }

    public Map<String, Object> getCommandTitles() {
        return commandTitles;
    }

    public void setCommandTitles(Map<String, Object> commandTitles) {
        this.commandTitles = commandTitles;
    }

    public boolean isUserEvents() {
        return userEvents;
    }

    public void setUserEvents(boolean userEvents) {
        this.userEvents = userEvents;
    }

    /** Whether it is a bot that acts. */
    boolean isOfBot() {
        return bot != null && !bot.isBlank();
    }

    /** What these options say about the bot, or {@code null} if there is none. */
    BotRequest botRequest() {
        if (!isOfBot()) {
            return null;
        }
        Map<String, String> titles = new LinkedHashMap<>();
        CommaSeparated.asWritten(commands).forEach(command -> titles.put(BotRequest.command(command), null));
        if (botProfile != null) {
            botProfile.getCommands().forEach((command, title) -> titles.put(BotRequest.command(command), title));
        }
        if (commandTitles != null) {
            commandTitles.forEach((command, title) -> titles.put(BotRequest.command(command), String.valueOf(title)));
        }
        return new BotRequest(bot.strip(), token, botName, botType, registerBot, botProfile, titles);
    }
}

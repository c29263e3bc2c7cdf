package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The commands in what somebody writes: each line that begins with a slash and the name of a command that the writer
 * may use there. What no bot has registered is ordinary text.
 */
record SlashCommands(PortalState portal) {

    private static final Pattern LINE = Pattern.compile("^/([^ \\n]*) ?(.*)$", Pattern.MULTILINE);
    private static final int MOST = 10;

    record Invocation(EmulatedBot bot, BotCommand command, String params) {
    }

    private record Line(String name, String params) {

        static Line of(MatchResult match) {
            return new Line(match.group(1), match.group(2));
        }
    }

    List<Invocation> in(Message message) {
        Set<Line> lines = new LinkedHashSet<>(LINE.matcher(message.text()).results().map(Line::of).toList());
        return lines.stream().flatMap(line -> portal.bots.all().stream()
                .flatMap(bot -> bot.commands.values().stream().filter(command -> command.name().equals(line.name()))
                        .filter(command -> mayUse(message, bot, command))
                        .map(command -> new Invocation(bot, command, line.params()))))
                .limit(MOST).toList();
    }

    private boolean mayUse(Message message, EmulatedBot bot, BotCommand command) {
        UserKind writer = portal.directory.user(message.senderId).kind;
        return (command.extranetSupport() || !writer.extranet) && (command.common() || message.chat.has(bot.user));
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@code imbot.v2.Command.*}. */
final class BotCommands {

    private static final List<String> BUILT_IN = List.of("/me", "/loud", ">>", "/rename", "/getDialogId", "/webrtcDebug");

    private final PortalState portal;

    BotCommands(PortalState portal) {
        this.portal = portal;
    }

    void addTo(MethodTable table) {
        BotOwnership ownership = new BotOwnership(portal);
        table.controller("imbot.v2.Command").action("register", ownership.owned(this::register))
                .action("update", ownership.owned(this::update)).action("list", ownership.owned(this::list))
                .action("unregister", ownership.owned(this::unregister))
                .action("answer", ownership.owned(new CommandAnswer(portal)::call));
    }

    /** A command that the bot has already is answered as it is. */
    private Object register(BotCall call) {
        LooseParams fields = call.fields();
        String name = name(fields, "COMMAND_REQUIRED");
        BotCommand existing = named(call.bot(), name).orElse(null);
        if (existing != null) {
            return answer(existing);
        }
        Map<String, String> title = texts(fields.get("TITLE"));
        boolean hidden = ControllerArguments.isYes(fields.get("HIDDEN"));
        if (title.isEmpty() && !hidden) {
            throw RestFailure.of("COMMAND_TITLE_REQUIRED");
        }
        BotCommand command = new BotCommand(
                portal.bots.nextCommandId(), call.bot().id, name, title, texts(fields.get("PARAMS")),
                ControllerArguments.isYes(fields.get("COMMON")), hidden,
                ControllerArguments.isYes(fields.get("EXTRANET_SUPPORT")));
        call.bot().commands.put(command.id(), command);
        return answer(command);
    }

    private Object update(BotCall call) {
        BotCommand before = known(call);
        LooseParams fields = call.fields();
        String name = fields.has("COMMAND") ? name(fields, "COMMAND_NAME_EMPTY") : before.name();
        if (named(call.bot(), name).filter(other -> other.id() != before.id()).isPresent()) {
            throw RestFailure.of("COMMAND_ALREADY_EXISTS");
        }
        if (fields.has("TITLE") && !(fields.get("TITLE") instanceof Map)) {
            throw RestFailure.of("COMMAND_TITLE_INVALID");
        }
        Map<String, String> params = new TreeMap<>(before.params());
        if (fields.has("TITLE") && fields.get("PARAMS") instanceof Map<?, ?> sent) {
            params.putAll(texts(sent));
        }
        BotCommand after = new BotCommand(
                before.id(), before.botId(), name, changed(before.title(), fields.get("TITLE")), params,
                flag(fields, "COMMON", before.common()), flag(fields, "HIDDEN", before.hidden()),
                flag(fields, "EXTRANET_SUPPORT", before.extranetSupport()));
        call.bot().commands.put(after.id(), after);
        return answer(after);
    }

    /** Besides the bot's own, those that the messenger has itself. */
    private Object list(BotCall call) {
        List<Object> commands = new ArrayList<>();
        for (int i = 0; i < BUILT_IN.size(); i++) {
            commands.add(BotCommand.listed("def" + i, 0, BUILT_IN.get(i), "Chat", true, "", "", true));
        }
        call.bot().commands.values()
                .forEach(command -> commands.add(command.listed(call.bot().profile.name(), portal.language)));
        return Map.of("commands", commands);
    }

    private Object unregister(BotCall call) {
        call.bot().commands.remove(known(call).id());
        return BotCall.DONE;
    }

    private static BotCommand known(BotCall call) {
        return Optional.ofNullable(call.bot().commands.get(call.arguments().number("commandId")))
                .orElseThrow(() -> RestFailure.of("COMMAND_NOT_FOUND"));
    }

    private static Optional<BotCommand> named(EmulatedBot bot, String name) {
        return bot.commands.values().stream().filter(command -> command.name().equals(name)).findFirst();
    }

    private static String name(LooseParams fields, String missing) {
        Object sent = fields.get("COMMAND");
        if (sent != null && !(sent instanceof String)) {
            throw RestFailure.of("COMMAND_NAME_INVALID");
        }
        String name = Php.trimmed(fields.text("COMMAND")).replaceFirst("^/", "");
        if (name.isEmpty()) {
            throw RestFailure.of(missing);
        }
        return name;
    }

    private static Map<String, String> texts(Object sent) {
        Map<String, String> texts = new TreeMap<>();
        if (sent instanceof Map<?, ?> map) {
            map.forEach((language, text) -> {
                if (text instanceof String && !text.equals("")) {
                    texts.put(language.toString(), text.toString());
                }
            });
        }
        return texts;
    }

    /** A language whose text is null goes, one that is not named stays. */
    private static Map<String, String> changed(Map<String, String> before, Object sent) {
        Map<String, String> texts = new TreeMap<>(before);
        if (sent instanceof Map<?, ?> map) {
            map.keySet().forEach(language -> texts.remove(language.toString()));
            texts.putAll(texts(map));
        }
        return texts;
    }

    private static boolean flag(LooseParams fields, String name, boolean before) {
        return fields.get(name) == null ? before : ControllerArguments.isYes(fields.get(name));
    }

    private static Map<String, Object> answer(BotCommand command) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("command", command.fields());
        return result;
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.Revision;

/** {@code imbot.v2.Bot.get} and {@code list}, and {@code imbot.v2.Revision.get}. */
record BotLookup(PortalState portal) {

    void addTo(MethodTable table) {
        table.controller("imbot.v2.Bot").action("get", this::get).action("list", this::list);
        table.controller("imbot.v2.Revision").action("get", this::revision);
    }

    /** Anybody may look a bot up; who does not own it is told less of it. */
    private Object get(MethodCall call) {
        String application = new BotOwnership(portal).applicationOf(call);
        long id = BotOwnership.botId(call);
        Object code = call.params().getOrDefault("code", call.params().get("CODE"));
        if (id <= 0 && !Php.isTrue(code)) {
            throw RestFailure.of("PARAMS_REQUIRED");
        }
        EmulatedBot bot = (id > 0 ? portal.bots.find(id) : portal.bots.find(code.toString()))
                .orElseThrow(() -> RestFailure.of("BOT_NOT_FOUND"));
        return answer(portal, bot, bot.appId.equals(application) ? bot.ownerFields() : bot.fields());
    }

    /** A page that is full is said to have a next one, and an unknown type is no filter. */
    private Object list(MethodCall call) {
        String application = new BotOwnership(portal).applicationOf(call);
        ControllerArguments arguments = new ControllerArguments(call.params());
        long limit = Math.max(1, arguments.number("limit", 50));
        String type = String.valueOf(arguments.object("filter").get("type")).toLowerCase(Locale.ROOT);
        List<EmulatedBot> page = portal.bots.of(application).stream()
                .filter(bot -> !BotRegistration.TYPES.contains(type) || bot.type.equals(type))
                .skip(Math.max(0, arguments.number("offset", 0))).limit(limit).toList();
        Payloads payloads = new Payloads(portal);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bots", page.stream().map(EmulatedBot::ownerFields).toList());
        result.put("users", page.stream().map(bot -> payloads.user(bot.user)).toList());
        result.put("hasNextPage", page.size() >= limit);
        return result;
    }

    private Object revision(MethodCall call) {
        Map<String, Object> revision = new LinkedHashMap<>();
        boolean later = portal.behaviours.is(Revision.R35);
        revision.put("rest", later ? 35 : 33);
        revision.put("web", later ? 131 : 130);
        revision.put("mobile", later ? 25 : 24);
        revision.put("desktop", 6);
        return revision;
    }

    static Map<String, Object> answer(PortalState portal, EmulatedBot bot, Map<String, Object> fields) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("bot", fields);
        result.put("users", List.of(new Payloads(portal).user(bot.user)));
        return result;
    }
}

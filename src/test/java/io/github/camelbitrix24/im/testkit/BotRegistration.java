package io.github.camelbitrix24.im.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.camelbitrix24.im.testkit.Behaviour.LongTokens;
import io.github.camelbitrix24.im.testkit.Behaviour.Revision;

/** {@code imbot.v2.Bot.register}, {@code update} and {@code unregister}. */
final class BotRegistration {

    private static final int LONGEST_TOKEN = 40;
    private static final int MOST_BOTS = 100;
    static final Set<String> TYPES = Set.of("bot", "personal", "supervisor", "openline", "network");
    private static final Set<String> BACKGROUNDS
            = Set.of("azure", "mint", "steel", "slate", "teal", "cornflower", "sky", "peach", "frost");

    private final PortalState portal;
    private final BotOwnership ownership;

    BotRegistration(PortalState portal) {
        this.portal = portal;
        this.ownership = new BotOwnership(portal);
    }

    void addTo(MethodTable table) {
        table.controller("imbot.v2.Bot").action("register", this::register)
                .action("update", ownership.owned(this::update))
                .action("unregister", ownership.owned(this::unregister));
    }

    /** A bot that the application has already is answered as it is, whatever is sent for it now. */
    private Object register(MethodCall call) {
        LooseParams fields = new ControllerArguments(call.params()).fields();
        String application = ownership.applicationOf(call, fields.values());
        if (call.caller().webhook() && portal.behaviours.is(LongTokens.REFUSED)) {
            checkToken(application.substring(EmulatedBot.WEBHOOK_MARK.length()));
        }
        String code = fields.text("CODE");
        if (code.isEmpty()) {
            throw RestFailure.of("BOT_CODE_REQUIRED");
        }
        LooseParams properties = properties(fields);
        if (Php.trimmed(properties.text("NAME")).isEmpty()) {
            throw RestFailure.of("BOT_PROPERTIES_REQUIRED");
        }
        boolean fetching = isFetching(fields, true);
        EmulatedBot existing = portal.bots.find(code).orElse(null);
        if (existing != null && !existing.appId.equals(application)) {
            throw RestFailure.of("BOT_CODE_ALREADY_TAKEN");
        }
        return described(existing != null ? existing : registered(code, application, fields, properties, fetching));
    }

    private EmulatedBot registered(
            String code, String application, LooseParams fields, LooseParams properties, boolean fetching) {
        if (portal.bots.of(application).size() >= MOST_BOTS) {
            throw RestFailure.of("BOT_LIMIT_EXCEEDED");
        }
        String type = fields.has("TYPE") ? fields.text("TYPE").toLowerCase(Locale.ROOT) : "bot";
        if (!TYPES.contains(type)) {
            throw RestFailure.of("BOT_INVALID_TYPE");
        }
        BotProfile profile = profile(properties, BotProfile.named(Php.trimmed(properties.text("NAME"))));
        EmulatedBot bot = portal.bots.register(code, application, profile);
        bot.type = type;
        setFlags(bot, fields);
        bot.fetching = fetching;
        bot.webhookUrl = fetching ? "" : fields.text("WEBHOOK_URL");
        return bot;
    }

    /** Of properties that are sent in part, the others are as if they had never been set. */
    private Object update(BotCall call) {
        EmulatedBot bot = call.bot();
        LooseParams fields = call.fields();
        boolean fetching = isFetching(fields, bot.fetching);
        BotProfile profile = fields.get("PROPERTIES") instanceof Map<?, ?>
                ? profile(properties(fields), bot.profile) : bot.profile;
        String application = portal.behaviours.is(Revision.R35) && fields.get("BOT_TOKEN") != null
                ? rotated(call, fields.text("BOT_TOKEN")) : bot.appId;
        bot.look(profile);
        bot.appId = application;
        setFlags(bot, fields);
        if (bot.fetching && !fetching) {
            portal.log.purge(bot.id);
        }
        bot.webhookUrl = fetching ? "" : fields.has("WEBHOOK_URL") ? fields.text("WEBHOOK_URL") : bot.webhookUrl;
        bot.fetching = fetching;
        return Map.of("bot", bot.ownerFields());
    }

    private Object unregister(BotCall call) {
        portal.bots.unregister(call.bot());
        return BotCall.DONE;
    }

    private String rotated(BotCall call, String token) {
        checkToken(token);
        String application = EmulatedBot.WEBHOOK_MARK + token;
        if (!call.caller().webhook() || token.isEmpty()
                || portal.bots.of(application).stream().anyMatch(bot -> bot != call.bot())) {
            throw RestFailure.of("BOT_TOKEN_ROTATION_FAILED");
        }
        return application;
    }

    private static void checkToken(String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw RestFailure.of("BOT_TOKEN_INVALID_LENGTH");
        }
    }

    private boolean isFetching(LooseParams fields, boolean otherwise) {
        String mode = fields.has("EVENT_MODE") ? fields.text("EVENT_MODE").toLowerCase(Locale.ROOT)
                : otherwise ? "fetch" : "webhook";
        if (!Set.of("fetch", "webhook").contains(mode)) {
            throw RestFailure.of("BOT_INVALID_EVENT_MODE");
        }
        if (mode.equals("webhook") && fields.has("EVENT_MODE")) {
            String url = fields.text("WEBHOOK_URL");
            if (url.isEmpty()) {
                throw RestFailure.of("BOT_WEBHOOK_URL_REQUIRED");
            }
            if (portal.behaviours.is(Revision.R35) && !url.matches("https?://[^/\\s]+.*")) {
                throw RestFailure.of("BOT_INVALID_CALLBACK");
            }
        }
        return mode.equals("fetch");
    }

    /** An unknown background is none; null is no change. */
    private static void setFlags(EmulatedBot bot, LooseParams fields) {
        bot.hidden = flag(fields, "IS_HIDDEN", bot.hidden);
        bot.reactionsEnabled = flag(fields, "IS_REACTIONS_ENABLED", bot.reactionsEnabled);
        bot.supportsOpenLines = flag(fields, "IS_SUPPORT_OPENLINE", bot.supportsOpenLines);
        if (fields.get("BACKGROUND_ID") != null) {
            bot.backgroundId = BACKGROUNDS.contains(fields.text("BACKGROUND_ID")) ? fields.text("BACKGROUND_ID") : null;
        }
    }

    private static boolean flag(LooseParams fields, String name, boolean otherwise) {
        return fields.get(name) == null ? otherwise : ControllerArguments.isYes(fields.get(name));
    }

    private static LooseParams properties(LooseParams fields) {
        return ControllerArguments.loose(fields.get("PROPERTIES") instanceof Map<?, ?> map ? map : Map.of());
    }

    private static BotProfile profile(LooseParams sent, BotProfile before) {
        String avatar = sent.text("AVATAR");
        if (!avatar.isEmpty()) {
            BotAvatar.check(avatar);
        }
        String gender = sent.text("GENDER");
        return new BotProfile(
                sent.has("NAME") ? Php.trimmed(sent.text("NAME")) : before.name(), sent.text("LAST_NAME"),
                sent.text("WORK_POSITION").isEmpty() ? BotProfile.DEFAULT_POSITION : sent.text("WORK_POSITION"),
                sent.has("COLOR") ? BotProfile.knownColor(sent.text("COLOR")) : before.color(),
                Set.of("M", "F").contains(gender) ? gender : "", avatar.isEmpty() ? before.avatar() : avatar);
    }

    private Map<String, Object> described(EmulatedBot bot) {
        return BotLookup.answer(portal, bot, bot.ownerFields());
    }
}

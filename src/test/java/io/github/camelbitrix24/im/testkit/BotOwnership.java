package io.github.camelbitrix24.im.testkit;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Whose a bot is: of the OAuth application that calls, or, whichever webhook calls, of whoever knows its token. Nothing
 * else ties a bot to a caller.
 */
record BotOwnership(PortalState portal) {

    /** @throws RestFailure if a webhook calls without a token */
    String applicationOf(MethodCall call) {
        return applicationOf(call, Map.of());
    }

    /** @param more where the token may stand as well */
    String applicationOf(MethodCall call, Map<String, Object> more) {
        if (!call.caller().webhook()) {
            return call.caller().credential();
        }
        return Stream.of("botToken", "BOT_TOKEN", "clientId", "CLIENT_ID").map(call.params()::get)
                .filter(BotOwnership::isGiven).findFirst()
                .or(() -> Stream.of("BOT_TOKEN", "CLIENT_ID").map(more::get).filter(BotOwnership::isGiven).findFirst())
                .map(token -> EmulatedBot.WEBHOOK_MARK + token)
                .orElseThrow(() -> RestFailure.of("BOT_TOKEN_NOT_SPECIFIED"));
    }

    /** The method as one that only the owner of the bot that it names may call. */
    Function<MethodCall, Object> owned(Function<BotCall, Object> action) {
        return call -> action.apply(checked(call));
    }

    private BotCall checked(MethodCall call) {
        String application = applicationOf(call);
        long botId = botId(call);
        if (botId <= 0) {
            throw RestFailure.of("BOT_ID_REQUIRED");
        }
        EmulatedBot bot = portal.bots.find(botId).orElseThrow(() -> RestFailure.of("BOT_NOT_FOUND"));
        if (!bot.appId.equals(application)) {
            throw RestFailure.of("BOT_OWNERSHIP_ERROR");
        }
        Caller caller = call.caller();
        return new BotCall(
                bot, new Caller(bot.user, caller.credential(), caller.scopes(), caller.webhook(), caller.key()), call);
    }

    static long botId(MethodCall call) {
        return Php.integer(call.params().containsKey("botId") ? call.params().get("botId") : call.params().get("BOT_ID"));
    }

    private static boolean isGiven(Object token) {
        return token instanceof String text && !text.isEmpty() || token instanceof Number;
    }
}

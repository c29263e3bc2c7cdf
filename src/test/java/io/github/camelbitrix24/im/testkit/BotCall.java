package io.github.camelbitrix24.im.testkit;

import java.util.Map;

/** A call for a bot by whoever it belongs to; it acts as the bot. */
record BotCall(EmulatedBot bot, Caller caller, MethodCall original) {

    static final Map<String, Object> DONE = Map.of("result", true);

    EmulatedUser user() {
        return bot.user;
    }

    ControllerArguments arguments() {
        return new ControllerArguments(original.params());
    }

    LooseParams fields() {
        return arguments().fields();
    }
}

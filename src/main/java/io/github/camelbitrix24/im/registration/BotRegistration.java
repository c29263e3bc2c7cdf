package io.github.camelbitrix24.im.registration;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * Finds a bot by its code, registers it where it is missing, and brings it and its commands up to date, one call a
 * step. The portal answers a second registration with the bot of the first, so several nodes may do so at once.
 * (Bitrix24 REST: imbot.v2.Bot)
 */
public final class BotRegistration {

    private static final String GET = "imbot.v2.Bot.get";
    private static final String REGISTER = "imbot.v2.Bot.register";
    private static final String UPDATE = "imbot.v2.Bot.update";

    private final Bot bot;
    private final BotRequest request;
    private final RestClient client;
    private final boolean reading;
    private final Urgency urgency;
    private final BotDifference difference;
    private final BotCommands commands;
    private final Deque<Step> steps = new ArrayDeque<>();

    private long id;
    private String type;

    /**
     * @param reading whether its events are to be read
     */
    public BotRegistration(Bot bot, RestClient client, boolean reading) {
        this.bot = bot;
        this.request = bot.request();
        this.client = client;
        this.reading = reading;
        this.urgency = reading ? Urgency.POLL : Urgency.SEND;
        this.difference = new BotDifference(request, reading);
        this.commands = new BotCommands(request);
    }

    private interface Step {
        void make(Permit granted) throws RestException;
    }

    /** Whether there is a call to make before anything can be done as the bot. */
    public boolean isDue() {
        return !bot.isReady(reading);
    }

    /**
     * Makes the next call.
     *
     * @param  granted       what its caller closes, or {@code null} to wait for one
     * @throws RestException when the bot is not there, or somebody else's, or the portal cannot be asked now
     */
    public void next(Permit granted) throws RestException {
        if (steps.isEmpty()) {
            steps.add(this::find);
        }
        Step step = steps.poll();
        boolean made = false;
        try {
            step.make(granted);
            made = true;
        } finally {
            if (!made) {
                steps.clear();
            }
        }
        if (steps.isEmpty()) {
            bot.found(id, type, reading);
        }
    }

    /**
     * Makes all calls that it takes, if there are any. Whoever else does so at the same time ends with the same bot.
     *
     * @return the id of the bot
     */
    static long complete(Bot bot, RestClient client, boolean reading) throws RestException {
        Long known = bot.isReady(reading) ? bot.id() : null;
        if (known != null) {
            return known;
        }
        BotRegistration registration = new BotRegistration(bot, client, reading);
        do {
            registration.next(null);
        } while (!registration.steps.isEmpty());
        return registration.id;
    }

    private void find(Permit granted) throws RestException {
        if (request.hasOverlongToken()) {
            throw RestException.unusable(
                    FailureKind.NOT_AUTHORISED, GET, "the token has " + request.token().length() + " characters", 0,
                    "Set the option token to a text of at most " + BotRequest.LONGEST_TOKEN + " characters.");
        }
        JsonNode found;
        try {
            found = call(granted, GET, Json.MAPPER.createObjectNode().put("code", request.code()));
        } catch (RestException e) {
            if (!bot.isGone(e)) {
                throw e;
            }
            if (!request.register()) {
                throw e.advising("The portal has no bot with this code: check the option bot, or leave registerBot=false out.");
            }
            steps.add(this::register);
            return;
        }
        compare(found, GET);
    }

    private void register(Permit granted) throws RestException {
        ObjectNode fields = BotDifference.whole(request);
        compare(call(granted, REGISTER, Json.MAPPER.createObjectNode().set("fields", fields)), REGISTER);
    }

    private void compare(JsonNode answer, String method) throws RestException {
        JsonNode found = answer.path("bot");
        id = found.path("id").asLong();
        if (id <= 0) {
            throw RestException.unusable(FailureKind.MALFORMED, method, "the result has no bot with an id", 200, null);
        }
        type = found.path("type").asText().toLowerCase(Locale.ROOT);
        difference.requireOwn(found, method);
        ObjectNode changes = difference.between(found, user(answer.path("users")));
        if (changes != null) {
            steps.add(granted -> call(
                    granted, UPDATE, bot.named(id, Json.MAPPER.createObjectNode().set("fields", changes))));
        }
        if (request.register() && !request.commands().isEmpty()) {
            String language = found.path("language").asText("en");
            steps.add(granted -> listCommands(granted, language));
        }
    }

    private JsonNode user(JsonNode users) {
        for (JsonNode user : users) {
            if (user.path("id").asLong() == id) {
                return user;
            }
        }
        return users.path(0);
    }

    private void listCommands(Permit granted, String language) throws RestException {
        JsonNode known = call(granted, BotCommands.LIST, bot.named(id, Json.MAPPER.createObjectNode()));
        commands.missing(known, id, language).forEach(change -> steps.add(
                permit -> call(permit, change.method(), bot.named(id, change.params()))));
    }

    private JsonNode call(Permit granted, String method, ObjectNode params) throws RestException {
        return client.call(urgency, granted, method, params);
    }
}

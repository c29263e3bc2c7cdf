package io.github.camelbitrix24.im.registration;

import java.util.Objects;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.bot.BotProfile;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What must be changed of a bot that is there. What the options do not name stays as somebody has made it, and must be
 * sent all the same: an update resets the properties that it leaves out (observed behaviour of im 26.250).
 */
final class BotDifference {

    private static final Logger LOG = LoggerFactory.getLogger(BotDifference.class);
    private static final String FETCH = "fetch";

    private final BotRequest request;
    private final boolean reading;

    BotDifference(BotRequest request, boolean reading) {
        this.request = request;
        this.reading = reading;
    }

    /** All fields of a bot that is registered. */
    static ObjectNode whole(BotRequest request) {
        BotProfile look = request.look();
        ObjectNode fields = Json.MAPPER.createObjectNode().put("code", request.code()).put("eventMode", FETCH);
        ObjectNode properties = fields.putObject("properties");
        properties.put("name", request.name() == null ? request.code() : request.name());
        put(properties, "lastName", look.getLastName());
        put(properties, "workPosition", look.getWorkPosition());
        put(properties, "color", look.getColor());
        put(properties, "gender", look.getGender());
        put(properties, "avatar", look.getAvatar());
        put(fields, "type", request.type());
        putFlags(fields, look);
        return fields;
    }

    /** Of a bot of others the portal tells less. */
    void requireOwn(JsonNode bot, String method) throws RestException {
        if (!bot.has("moduleId") && !bot.has("eventMode")) {
            throw RestException.unusable(
                    FailureKind.NOT_PERMITTED, method, "the bot " + request.code() + " is another application's", 200,
                    "Set the option bot to a code of your own, or the option token to the token of this bot.");
        }
    }

    /**
     * @param  bot  as its owner is told of it
     * @param  user how it looks
     * @return      the fields of an update, or {@code null} if nothing differs
     */
    ObjectNode between(JsonNode bot, JsonNode user) throws RestException {
        warnOfType(bot);
        boolean deaf = reading && !FETCH.equalsIgnoreCase(bot.path("eventMode").asText(FETCH));
        if (!request.register()) {
            if (deaf) {
                throw RestException.unusable(
                        FailureKind.BAD_REQUEST, "imbot.v2.Event.get",
                        "the portal sends the events of the bot " + request.code() + " to an address", 200,
                        "Leave registerBot=false out, so that they come into its queue, or set the option bot to another bot.");
            }
            return null;
        }
        ObjectNode changes = Json.MAPPER.createObjectNode();
        ObjectNode properties = properties(user);
        if (properties != null) {
            changes.set("properties", properties);
        }
        putFlagsThatDiffer(changes, bot);
        if (deaf) {
            LOG.warn(
                    "The portal has sent the events of the bot {} to an address until now. From now on they come into its queue.",
                    request.code());
            changes.put("eventMode", FETCH);
        }
        return changes.isEmpty() ? null : changes;
    }

    private ObjectNode properties(JsonNode user) {
        BotProfile look = request.look();
        String name = text(user, user.hasNonNull("firstName") ? "firstName" : "name");
        boolean differs = differs(request.name(), name) || differs(look.getLastName(), text(user, "lastName"))
                || differs(look.getWorkPosition(), text(user, "workPosition"))
                || differs(look.getGender(), text(user, "gender"));
        if (!differs) {
            return null;
        }
        ObjectNode properties = Json.MAPPER.createObjectNode();
        properties.put("name", Objects.requireNonNullElse(request.name(), name));
        properties.put("lastName", Objects.requireNonNullElse(look.getLastName(), text(user, "lastName")));
        properties.put("workPosition", Objects.requireNonNullElse(look.getWorkPosition(), text(user, "workPosition")));
        properties.put("gender", Objects.requireNonNullElse(look.getGender(), text(user, "gender")));
        put(properties, "color", look.getColor());
        return properties;
    }

    private void putFlagsThatDiffer(ObjectNode changes, JsonNode bot) {
        ObjectNode wanted = Json.MAPPER.createObjectNode();
        putFlags(wanted, request.look());
        wanted.fields().forEachRemaining(flag -> {
            if (!flag.getValue().equals(bot.get(flag.getKey()))) {
                changes.set(flag.getKey(), flag.getValue());
            }
        });
    }

    private void warnOfType(JsonNode bot) {
        String type = bot.path("type").asText();
        if (request.type() != null && !type.isEmpty() && !request.type().equalsIgnoreCase(type)) {
            LOG.warn("The bot {} is of the type {}, which the portal does not change, and not of the type {} of the option"
                     + " botType: it hears what a bot of its type hears.",
                    request.code(), type, request.type());
        }
    }

    private static void putFlags(ObjectNode fields, BotProfile look) {
        put(fields, "isHidden", look.getHidden());
        put(fields, "isReactionsEnabled", look.getReactionsEnabled());
        put(fields, "isSupportOpenline", look.getOpenLines());
    }

    private static boolean differs(String wanted, String found) {
        return wanted != null && !wanted.strip().equals(found);
    }

    private static String text(JsonNode user, String field) {
        return user.path(field).asText("");
    }

    private static void put(ObjectNode fields, String name, String value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static void put(ObjectNode fields, String name, Boolean value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}

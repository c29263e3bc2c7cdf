package io.github.camelbitrix24.im.registration;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * The queue of a bot's events, which the portal records from the bot's registration on. (Bitrix24 REST:
 * imbot.v2.Event.get)
 */
public final class BotQueue extends EventQueue {

    private final Bot bot;
    private final RestClient client;
    private final boolean userEvents;

    /**
     * @param userEvents whether the queue of the user of the credentials is read and acknowledged with it
     */
    public BotQueue(Bot bot, RestClient client, boolean userEvents) {
        super(client, "imbot.v2.Event.get");
        this.bot = bot;
        this.client = client;
        this.userEvents = userEvents;
    }

    @Override
    public RestAnswer<EventPage> get(Permit granted, Long offset, Integer limit, Duration responseTimeout)
            throws RestException {
        try {
            return super.get(granted, offset, limit, responseTimeout);
        } catch (RestException e) {
            bot.isGone(e);
            throw e;
        }
    }

    @Override
    protected ObjectNode params() throws RestException {
        ObjectNode params = bot.named(bot.require(client, true), Json.MAPPER.createObjectNode());
        return userEvents ? params.put("withUserEvents", true) : params;
    }
}

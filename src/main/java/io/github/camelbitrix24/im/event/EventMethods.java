package io.github.camelbitrix24.im.event;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * The queue of a user's messenger events at the portal. (Bitrix24 REST: im.v2.Event)
 */
public final class EventMethods {

    private static final EventPageReader PAGE = new EventPageReader();

    private static final String SUBSCRIBE = "im.v2.Event.subscribe";
    private static final String UNSUBSCRIBE = "im.v2.Event.unsubscribe";
    private static final String GET = "im.v2.Event.get";

    private final RestClient client;

    public EventMethods(RestClient client) {
        this.client = client;
    }

    /**
     * Tells the portal to record the user's events from now on. What was recorded before stays; calling it again
     * changes nothing.
     *
     * @return what the portal answers: {@code true}
     */
    public boolean subscribe() throws RestException {
        return subscribe(null);
    }

    /**
     * As {@link #subscribe()}, with a permit that was granted before.
     *
     * @param granted what its caller closes, or {@code null} to wait for one
     */
    public boolean subscribe(Permit granted) throws RestException {
        return client.call(Urgency.POLL, granted, SUBSCRIBE, Json.MAPPER.createObjectNode()).asBoolean();
    }

    /**
     * Ends the recording and, observed behaviour of im 26.250, deletes every recorded event of the user at once.
     *
     * @return what the portal answers: {@code true}
     */
    public boolean unsubscribe() throws RestException {
        return client.call(Urgency.POLL, UNSUBSCRIBE, Json.MAPPER.createObjectNode()).asBoolean();
    }

    /**
     * Reads a page. The portal deletes every event below the offset before it answers.
     *
     * @param offset          what to acknowledge; {@code null} leaves it out, since the portal refuses a null
     * @param limit           how many events to ask for; {@code null} leaves it to the portal (100)
     * @param responseTimeout how long to wait, or {@code null} for the configured time
     */
    public RestAnswer<EventPage> get(Long offset, Integer limit, Duration responseTimeout) throws RestException {
        return get(null, offset, limit, responseTimeout);
    }

    /**
     * As {@link #get(Long, Integer, Duration)}, with a permit that was granted before.
     *
     * @param granted what its caller closes; {@code null}, or one that was used before, to wait for another
     */
    public RestAnswer<EventPage> get(Permit granted, Long offset, Integer limit, Duration responseTimeout)
            throws RestException {
        ObjectNode params = Json.MAPPER.createObjectNode();
        if (offset != null) {
            params.put("offset", offset);
        }
        if (limit != null) {
            params.put("limit", limit);
        }
        return client.call(urgency(offset, limit), granted, GET, params, responseTimeout, PAGE);
    }

    /**
     * Polls and acknowledgements keep the queue from running over: they go before other calls. An acknowledgement that
     * reads on as well takes its turn, or somebody's long queue would keep others from being heard.
     */
    private static Urgency urgency(Long offset, Integer limit) {
        boolean acknowledges = offset != null && offset > 1;
        return acknowledges && limit != null && limit == 1 ? Urgency.ACKNOWLEDGEMENT : Urgency.POLL;
    }
}

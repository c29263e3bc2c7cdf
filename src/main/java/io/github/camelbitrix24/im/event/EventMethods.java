package io.github.camelbitrix24.im.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * The queue of a user's messenger events at the portal. (Bitrix24 REST: im.v2.Event)
 */
public final class EventMethods extends EventQueue {

    private static final String SUBSCRIBE = "im.v2.Event.subscribe";
    private static final String UNSUBSCRIBE = "im.v2.Event.unsubscribe";
    private static final String GET = "im.v2.Event.get";

    private final RestClient client;

    public EventMethods(RestClient client) {
        super(client, GET);
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

    @Override
    protected ObjectNode params() {
        return Json.MAPPER.createObjectNode();
    }
}

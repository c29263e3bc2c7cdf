package io.github.camelbitrix24.im.event;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import io.github.camelbitrix24.im.rest.RestAnswer;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * A queue of messenger events at the portal, of a user or of a bot: both are read alike.
 */
public abstract class EventQueue {

    private static final EventPageReader PAGE = new EventPageReader();

    private final RestClient client;
    private final String method;

    /** @param method reads it */
    protected EventQueue(RestClient client, String method) {
        this.client = client;
        this.method = method;
    }

    /** Whose queue it is. */
    protected abstract ObjectNode params() throws RestException;

    /**
     * Reads a page. The portal deletes every event below the offset before it answers.
     *
     * @param offset          what to acknowledge; {@code null} leaves it out, since the portal refuses a null
     * @param limit           how many events to ask for; {@code null} leaves it to the portal (100)
     * @param responseTimeout how long to wait, or {@code null} for the configured time
     */
    public final RestAnswer<EventPage> get(Long offset, Integer limit, Duration responseTimeout) throws RestException {
        return get(null, offset, limit, responseTimeout);
    }

    /**
     * As {@link #get(Long, Integer, Duration)}, with a permit that was granted before.
     *
     * @param granted what its caller closes; {@code null}, or one that was used before, to wait for another
     */
    public RestAnswer<EventPage> get(Permit granted, Long offset, Integer limit, Duration responseTimeout)
            throws RestException {
        ObjectNode params = params();
        if (offset != null) {
            params.put("offset", offset);
        }
        if (limit != null) {
            params.put("limit", limit);
        }
        return client.call(urgency(offset, limit), granted, method, params, responseTimeout, PAGE);
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

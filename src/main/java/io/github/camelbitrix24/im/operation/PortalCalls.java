package io.github.camelbitrix24.im.operation;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the calls of operations as their rows of the table say.
 */
final class PortalCalls {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);

    private final String portal;
    private final RestClient client;
    private final Actor actor;
    private final PortalMemory memory;
    private final RepeatableCall repeatable;

    PortalCalls(String portal, RestClient client, Actor actor, PortalMemory memory, RepeatableCall repeatable) {
        this.portal = portal;
        this.client = client;
        this.actor = actor;
        this.memory = memory;
        this.repeatable = repeatable;
    }

    /**
     * @param  alternatives the first one that the portal has is made; whether it has the others is asked once
     * @return              its result; {@code true} if nothing had to be done
     */
    JsonNode make(OperationTable row, List<RestCall> alternatives) throws RestException {
        return make(row, alternatives, call -> repeatable.make(
                row.isHarmlessTwice(call.method()), call::isUnderWay,
                () -> client.call(row.urgency(), call.method(), call.params())));
    }

    interface Way {
        JsonNode make(RestCall call) throws RestException;
    }

    /** @param way how one of them is made */
    JsonNode make(OperationTable row, List<RestCall> alternatives, Way way) throws RestException {
        RestCall last = alternatives.get(alternatives.size() - 1);
        for (RestCall call : alternatives) {
            if (call != last && memory.isMissing(call.method())) {
                continue;
            }
            try {
                return inName(call, way);
            } catch (RestException e) {
                if (call.isAlreadySo(e)) {
                    return BooleanNode.TRUE;
                }
                if (call == last || !MissingMethods.isMissing(e)) {
                    throw row.advised(e);
                }
                memory.missing(call.method());
                LOG.info("The portal {} has no method {}, which is not documented: {} is called in its place.",
                        portal, call.method(), last.method());
            }
        }
        throw new IllegalStateException("the last one is always made");
    }

    private JsonNode inName(RestCall call, Way way) throws RestException {
        try {
            return way.make(actor.inName(call));
        } catch (RestException e) {
            if (!actor.isForgotten(e)) {
                throw e;
            }
            return way.make(actor.inName(call));
        }
    }

    <T> T make(OperationTable row, RepeatableCall.Call<T> call) throws RestException {
        try {
            return repeatable.make(row.isHarmlessTwice(null), refusal -> false, call);
        } catch (RestException e) {
            throw row.advised(e);
        }
    }
}

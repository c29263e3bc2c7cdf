package io.github.camelbitrix24.im.operation;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows in a dialog that an answer is being written. It is a courtesy: where the portal's request budget has no room
 * for it, or the portal does not take it, it is left out, and the exchange goes on.
 */
final class Typing implements Operation {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Means means;
    private final Dialogs dialogs;

    Typing(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
    }

    @Override
    public void process(Exchange exchange) {
        try {
            String dialogId = dialogs.of(
                    exchange, email -> means.calls().make(OperationTable.PEOPLE, means.actor().people(email), this::attempt));
            means.calls().make(
                    OperationTable.typing, means.actor().typing(dialogId, means.settings().status()), this::attempt);
        } catch (RestException e) {
            LOG.debug("Typing was not shown, which is ignored: {}", e.getMessage());
        }
    }

    private JsonNode attempt(RestCall call) throws RestException {
        try (Permit permit = means.client().permit(OperationTable.typing.urgency())) {
            if (permit == null) {
                throw RestException.unusable(
                        FailureKind.THROTTLED, call.method(), "the portal's request budget has no room for it", 0, null);
            }
            return means.client().call(OperationTable.typing.urgency(), permit, call.method(), call.params(), PATIENCE,
                    (parser, body) -> Json.MAPPER.<JsonNode> readTree(parser)).result();
        }
    }
}

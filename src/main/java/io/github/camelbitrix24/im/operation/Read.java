package io.github.camelbitrix24.im.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;

/** Marks the message of an event, and those before it, as read. */
final class Read implements Operation {

    private final Means means;
    private final Dialogs dialogs;

    Read(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
    }

    @Override
    public void process(Exchange exchange) throws RestException {
        long id = EventMessage.id(exchange, "mark as read");
        JsonNode read = means.calls().make(OperationTable.read, means.actor().read(dialogs.of(exchange), id));
        if (read.isBoolean() && !read.booleanValue()) {
            throw RestException.unusable(
                    FailureKind.BAD_REQUEST, OperationTable.read.methods().get(0), "nothing could be marked as read", 200,
                    "Check that the user of these credentials is in the dialog.");
        }
    }
}

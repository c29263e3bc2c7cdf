package io.github.camelbitrix24.im.operation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;

/** Takes a message that was sent out of its dialog. One that is not there any more is as it should be. */
final class Delete implements Operation {

    private final Means means;
    private final Dialogs dialogs;
    private final KeyedMessages keyed;

    Delete(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
        this.keyed = new KeyedMessages(means);
    }

    @Override
    public void process(Exchange exchange) throws RestException {
        String key = keyed.key(exchange);
        if (key == null) {
            delete(exchange, SentMessage.id(exchange, "delete"));
        } else {
            keyed.delete(dialogs.of(exchange), key, id -> delete(exchange, id));
        }
        exchange.getMessage().setBody(true);
    }

    private void delete(Exchange exchange, long id) throws RestException {
        try {
            means.calls().make(OperationTable.delete, means.actor().delete(id));
        } catch (RestException e) {
            if (!means.actor().isGone(e) || isThere(exchange, id)) {
                throw e;
            }
        }
        means.memory().deleted(id);
    }

    /**
     * The portal answers the same for what is gone, for what is others', and for what is too old. Where nobody may
     * look, it is gone.
     */
    private boolean isThere(Exchange exchange, long id) throws RestException {
        if (dialogs.named(exchange) == null) {
            return false;
        }
        try {
            JsonNode found = means.calls().make(
                    OperationTable.history, means.actor().history(dialogs.of(exchange), Section.of(id))).path("messages")
                    .path(0);
            return found.path("id").asLong() == id && !"Y".equals(found.path("params").path("IS_DELETED").asText());
        } catch (RestException e) {
            if (e.kind().isTransient()) {
                throw e;
            }
            return false;
        }
    }
}

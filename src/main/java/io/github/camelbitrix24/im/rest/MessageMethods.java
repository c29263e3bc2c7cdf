package io.github.camelbitrix24.im.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Urgency;

/**
 * Posting as the user of the credentials. (Bitrix24 REST: im.message.add)
 */
public final class MessageMethods {

    /** How many characters a text may have, code points of Unicode; the portal cuts what is longer. */
    public static final int MAX_LENGTH = 20_000;

    private static final String ADD = "im.message.add";

    private final RestClient client;

    public MessageMethods(RestClient client) {
        this.client = client;
    }

    /**
     * Posts a text.
     *
     * @param  dialogId   {@code chat5}, or a user's id
     * @param  templateId a UUID; the portal posts no second message of the same (observed behaviour of im 26.250)
     * @return            the id of the message
     */
    public long add(String dialogId, String text, String templateId) throws RestException {
        ObjectNode params = Json.MAPPER.createObjectNode()
                .put("DIALOG_ID", dialogId).put("MESSAGE", text).put("TEMPLATE_ID", templateId);
        JsonNode id = client.call(Urgency.OTHER, ADD, params);
        if (!id.canConvertToLong() && !id.isTextual()) {
            throw RestException.unusable(FailureKind.MALFORMED, ADD, "the result is not a message id", 200, null);
        }
        return id.asLong();
    }
}

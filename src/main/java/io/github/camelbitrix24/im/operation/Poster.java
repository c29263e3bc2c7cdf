package io.github.camelbitrix24.im.operation;

import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;

/** Posts one message. */
record Poster(Means means) {

    private static final Set<String> NO_REPLY = Set.of("REPLY_ERROR", "REPLY_ACCESS_ERROR", "REPLY_FROM_OTHER_CHAT_ERROR",
            "MESSAGE_NOT_FOUND");

    /**
     * @param  replyOptional whether it is posted without being a reply where it cannot be one
     * @return               the id of the message
     */
    long post(Post post, boolean replyOptional) throws RestException {
        try {
            return id(means.calls().make(OperationTable.send, means.actor().post(post)));
        } catch (RestException e) {
            if (post.replyTo() == null || !replyOptional || !e.hasCode(NO_REPLY)) {
                throw e;
            }
            return id(means.calls().make(OperationTable.send, means.actor().post(post.withoutReply())));
        }
    }

    /** A number, or an object that has one. */
    private static long id(JsonNode result) throws RestException {
        JsonNode id = result.isObject() ? result.path("id") : result;
        if (!id.canConvertToLong() && !id.isTextual()) {
            throw RestException.unusable(
                    FailureKind.MALFORMED, OperationTable.send.methods().get(0), "the result is not a message id", 200, null);
        }
        return id.asLong();
    }
}

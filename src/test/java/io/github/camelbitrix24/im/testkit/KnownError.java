package io.github.camelbitrix24.im.testkit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.github.camelbitrix24.im.testkit.Behaviour.StatusTable;

/**
 * An error that the REST server is known to answer with, and its status in the two tables that are about. The texts of
 * the messenger's own refusals are in the portal's language, so these are not its words.
 */
record KnownError(String code, String description, int status, int olderStatus) {

    private static final List<KnownError> TABLE = Arrays.asList(
            error("QUERY_LIMIT_EXCEEDED", "Too many requests", 503, 503),
            error("OPERATION_TIME_LIMIT", "Method is blocked due to operation time limit.", 429, 429),
            error("INTERNAL_SERVER_ERROR", "Internal server error", 500, 500),
            error("ERROR_UNEXPECTED_ANSWER", "Server returned an unexpected response", 500, 500),
            error("ERROR_CORE", "SQL query error!", 500, 500),
            error("CONNECTION_ERROR", "Error connecting to authorization server", 401, 401),
            error("expired_token", "The access token provided has expired", 401, 401),
            error("invalid_token", "Unable to get application by token", 401, 401),
            error("NO_AUTH_FOUND", "Wrong authorization data", 401, 401),
            error("INVALID_CREDENTIALS", "Invalid request credentials", 401, 403),
            error("insufficient_scope", "The request requires higher privileges than provided by the webhook token", 401, 403),
            error("authorization_error", "Unable to authorize user", 401, 401),
            error("user_access_error", "The user does not have access to the application.", 401, 403),
            error("APPLICATION_NOT_FOUND", "Application not found", 401, 401),
            error("ACCESS_DENIED", "REST is available only on commercial plans.", 401, 403),
            error("WRONG_LICENSE", "This feature is not enabled for the current license: basic", 403, 403),
            error("OVERLOAD_LIMIT", "REST API is blocked due to overload.", 401, 503),
            error("INVALID_REQUEST", "Https required.", 401, 400),
            error("PORTAL_DELETED", "Portal was deleted", 403, 500),
            error("ERROR_METHOD_NOT_FOUND", "Method not found!", 404, 404),
            error("ERROR_ARGUMENT", "Argument 'offset' is null or empty", 400, 400),
            error("invalid_http_method", "Wrong method for current action", 400, 400),
            error("invalid_authentication", "", 401, 401),
            error("WRONG_AUTH_TYPE", "Current authorization type is denied for this method", 403, 403),
            error("METHOD_CONFIRM_WAITING", "Waiting for confirmation", 401, 401),
            error("METHOD_CONFIRM_DENIED", "Method call denied", 403, 403),
            error("ALLOWED_ONLY_INTRANET_USER", "", 403, 403),
            error("ACCESS_ERROR", "", 403, 403),
            error("access_denied", "", 401, 401),
            error("session_failed", "", 401, 401),
            error("ERROR_OAUTH", "", 401, 401),
            error("NOT_INSTALLED", "", 401, 401),
            error("PAYMENT_REQUIRED", "", 401, 402),
            error("invalid_client", "", 401, 401),
            error("ERROR_BATCH_METHOD_NOT_ALLOWED", "Method is not allowed for batch usage", 400, 405),
            error("ERROR_BATCH_LENGTH_EXCEEDED", "Max batch length exceeded", 400, 400),
            error("ERROR_MANIFEST_IS_NOT_AVAILABLE", "", 404, 404),
            error("INTERNAL_WRONG_TRANSPORT", "Wrong transport!", 500, 500),
            error("INTERNAL_WRONG_HANDLER_CLASS", "Wrong handler class!", 500, 500),
            error("WRONG_ENCODING", "Wrong request encoding", 200, 200),
            error("CHAT_ID", "The chat is not there", 400, 400),
            error("CANCELED", "You cannot send messages to this chat", 400, 400),
            error("ERROR_NO_ACCESS", "You do not have access to this dialog", 400, 400),
            error("CANT_EDIT_MESSAGE", "Time has expired for modification or you don't have access", 403, 403),
            error("WITHOUT_CHANGES", "Action completed without changes", 400, 400),
            error("CHAT_NOT_FOUND", "Chat not found", 400, 400),
            error("MESSAGE_NOT_FOUND", "Message not found", 400, 400),
            error("MESSAGE_ACCESS_DENIED", "You do not have access to this message", 400, 400),
            error("SENDING_FAILED", "Message sending failed", 400, 400),
            error("REACTION_ALREADY_SET", "Reaction is already set", 400, 400),
            error("REACTION_NOT_FOUND", "Reaction not found", 400, 400),
            error("SCOPE_ERROR", "", 400, 400),
            error("AUTH_ERROR", "", 400, 400),
            error("USER_NOT_SUBSCRIBED", "", 400, 400));

    private static KnownError error(String code, String description, int status, int olderStatus) {
        return new KnownError(code, description, status, olderStatus);
    }

    static Optional<KnownError> find(String code) {
        return TABLE.stream().filter(error -> error.code.equals(code)).findFirst();
    }

    static List<KnownError> all() {
        return TABLE;
    }

    int status(StatusTable table) {
        return switch (table) {
            case SOURCE -> status;
            case OLDER_DOCS -> olderStatus;
        };
    }
}

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
            error("BOT_TOKEN_NOT_SPECIFIED", "Bot token not specified (botToken is required for webhook auth)", 400, 400),
            error("BOT_ID_REQUIRED", "botId is required", 400, 400),
            error("BOT_NOT_FOUND", "Bot not found", 400, 400),
            error("BOT_OWNERSHIP_ERROR", "Bot was installed by another rest application", 400, 403),
            error("BOT_CODE_ALREADY_TAKEN", "Bot with this code already exists", 400, 400),
            error("BOT_LIMIT_EXCEEDED", "Bot registration limit exceeded", 400, 400),
            error("BOT_CODE_REQUIRED", "Bot code is required", 400, 400),
            error("BOT_PROPERTIES_REQUIRED", "Bot properties are required", 400, 400),
            error("BOT_INVALID_EVENT_MODE", "Invalid event mode", 400, 400),
            error("BOT_WEBHOOK_URL_REQUIRED", "Webhook URL is required for webhook event mode", 400, 400),
            error("BOT_INVALID_CALLBACK", "Invalid callback URL", 400, 400),
            error("BOT_INVALID_TYPE", "Invalid bot type", 400, 400),
            error("BOT_AVATAR_INCORRECT_TYPE", "Avatar must be an image file", 400, 400),
            error("BOT_AVATAR_INCORRECT_SIZE", "Avatar image exceeds maximum dimensions (5000x5000)", 400, 400),
            error("BOT_TOKEN_INVALID_LENGTH", "Bot token is longer than 40 characters", 400, 400),
            error("BOT_TOKEN_ROTATION_FAILED", "Bot token was not changed", 400, 400),
            error("BOT_REGISTER_FAILED", "Bot registration failed", 400, 400),
            error("BOT_UPDATE_FAILED", "Bot update failed", 400, 400),
            error("BOT_UNREGISTER_FAILED", "Bot unregistration failed", 400, 400),
            error("BOT_TYPE_NOT_ALLOWED", "Bot type not allowed", 400, 403),
            error("BOT_CONTEXT_ERROR", "There is no bot in this dialog", 400, 400),
            error("PARAMS_REQUIRED", "botId or code is required", 400, 400),
            error("COMMAND_REQUIRED", "Command is required", 400, 400),
            error("COMMAND_TITLE_REQUIRED", "Command title is required", 400, 400),
            error("COMMAND_TITLE_INVALID", "Command title is invalid", 400, 400),
            error("COMMAND_NAME_EMPTY", "Command name is empty", 400, 400),
            error("COMMAND_NAME_INVALID", "Command name is invalid", 400, 400),
            error("COMMAND_NOT_FOUND", "Command not found", 400, 400),
            error("COMMAND_ALREADY_EXISTS", "Command already exists", 400, 400),
            error("COMMAND_ANSWER_FAILED", "Command was not answered", 400, 400),
            error("WRONG_MESSAGE_TYPE", "Wrong type of chat", 400, 400),
            error("EMPTY_USER_IDS", "No users are named", 400, 400),
            error("REST_SERVER_NOT_FOUND", "REST server not found", 400, 400),
            error("FILE_EMPTY", "File name or content is empty", 400, 400),
            error("FILE_INVALID_CONTENT", "Invalid base64 content", 400, 400),
            error("FILE_TOO_LARGE", "File too large", 400, 400),
            error("FILE_FOLDER_ERROR", "Failed to get chat folder", 400, 400),
            error("FILE_UPLOAD_FAILED", "File upload failed", 400, 400),
            error("FILE_SEND_FAILED", "Failed to send message", 400, 400),
            error("FILE_NOT_FOUND", "File not found", 400, 400),
            error("FILE_ACCESS_ERROR", "You do not have access to this file", 400, 403),
            error("FILES_ERROR", "There are no such files", 400, 400),
            error("SAVE_ERROR", "The files were not shown", 400, 400),
            error("ERROR_COULD_NOT_SAVE_FILE", "Could not save file", 400, 400),
            error("DISK_BASE_SERVICE_22001", "Error: required parameter NAME (DISK_BASE_SERVICE_22001)", 400, 400),
            error("DISK_OBJ_22000", "A file of this name exists (DISK_OBJ_22000)", 400, 400),
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

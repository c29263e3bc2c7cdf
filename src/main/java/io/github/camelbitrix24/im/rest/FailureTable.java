package io.github.camelbitrix24.im.rest;

import java.util.Locale;
import java.util.Map;

import static io.github.camelbitrix24.im.rest.FailureKind.BAD_REQUEST;
import static io.github.camelbitrix24.im.rest.FailureKind.BLOCKED;
import static io.github.camelbitrix24.im.rest.FailureKind.MALFORMED;
import static io.github.camelbitrix24.im.rest.FailureKind.NOT_AUTHORISED;
import static io.github.camelbitrix24.im.rest.FailureKind.NOT_PERMITTED;
import static io.github.camelbitrix24.im.rest.FailureKind.THROTTLED;
import static io.github.camelbitrix24.im.rest.FailureKind.UNAVAILABLE;
import static java.util.Map.entry;

/**
 * Classifies a failure by the portal's code first and the HTTP status second, since the status of one code differs
 * between portals (Bitrix24 REST: system errors).
 */
final class FailureTable {

    private static final Map<String, FailureKind> BY_CODE = Map.ofEntries(
            entry("query_limit_exceeded", THROTTLED),
            entry("operation_time_limit", BLOCKED),
            entry("overload_limit", BLOCKED),
            entry("portal_deleted", BLOCKED),
            entry("method_confirm_waiting", BLOCKED),
            entry("internal_server_error", UNAVAILABLE),
            entry("internal_wrong_transport", UNAVAILABLE),
            entry("internal_wrong_handler_class", UNAVAILABLE),
            entry("error_unexpected_answer", UNAVAILABLE),
            // sent with status 401: the portal could not reach its own authorisation server
            entry("connection_error", UNAVAILABLE),
            // the same message is being posted just now
            entry("sending_failed", UNAVAILABLE),
            entry("expired_token", NOT_AUTHORISED),
            entry("invalid_token", NOT_AUTHORISED),
            entry("no_auth_found", NOT_AUTHORISED),
            entry("invalid_credentials", NOT_AUTHORISED),
            entry("authorization_error", NOT_AUTHORISED),
            entry("invalid_authentication", NOT_AUTHORISED),
            entry("application_not_found", NOT_AUTHORISED),
            entry("invalid_request", NOT_AUTHORISED),
            entry("session_failed", NOT_AUTHORISED),
            entry("error_oauth", NOT_AUTHORISED),
            entry("not_installed", NOT_AUTHORISED),
            entry("invalid_client", NOT_AUTHORISED),
            entry("invalid_grant", NOT_AUTHORISED),
            entry("wrong_client", NOT_AUTHORISED),
            entry("bad_verification_code", NOT_AUTHORISED),
            entry("auth_error", NOT_AUTHORISED),
            entry("payment_required", NOT_PERMITTED),
            entry("insufficient_scope", NOT_PERMITTED),
            entry("invalid_scope", NOT_PERMITTED),
            entry("scope_error", NOT_PERMITTED),
            entry("user_access_error", NOT_PERMITTED),
            entry("access_denied", NOT_PERMITTED),
            entry("access_error", NOT_PERMITTED),
            entry("file_access_error", NOT_PERMITTED),
            entry("file_not_found", BAD_REQUEST),
            entry("disk_not_installed", NOT_PERMITTED),
            entry("reply_access_error", NOT_PERMITTED),
            entry("error_no_access", NOT_PERMITTED),
            entry("canceled", NOT_PERMITTED),
            entry("allowed_only_intranet_user", NOT_PERMITTED),
            entry("wrong_license", NOT_PERMITTED),
            entry("wrong_auth_type", NOT_PERMITTED),
            entry("method_confirm_denied", NOT_PERMITTED),
            entry("cant_edit_message", NOT_PERMITTED),
            entry("message_access_denied", NOT_PERMITTED),
            entry("bot_ownership_error", NOT_PERMITTED),
            entry("bot_code_already_taken", NOT_PERMITTED),
            entry("bot_limit_exceeded", NOT_PERMITTED),
            entry("bot_token_not_specified", NOT_AUTHORISED),
            entry("bot_token_invalid_length", NOT_AUTHORISED),
            entry("error_method_not_found", BAD_REQUEST),
            entry("error_argument", BAD_REQUEST),
            entry("invalid_http_method", BAD_REQUEST),
            entry("wrong_encoding", BAD_REQUEST),
            entry("error_batch_method_not_allowed", BAD_REQUEST),
            entry("error_batch_length_exceeded", BAD_REQUEST),
            entry("error_manifest_is_not_available", BAD_REQUEST),
            entry("user_not_subscribed", BAD_REQUEST),
            entry("22002", BAD_REQUEST),
            entry("100", BAD_REQUEST),
            entry("0", BAD_REQUEST));

    private static final int PROXY_WANTS_CREDENTIALS = 407;
    private static final String OPERATION_TIME_LIMIT = "operation_time_limit";

    private FailureTable() {
    }

    /**
     * @param code the portal's error code, empty if that is what it sent, {@code null} if there was none
     */
    static FailureKind classify(String code, int status) {
        FailureKind known = code == null ? null : BY_CODE.get(code.toLowerCase(Locale.ROOT));
        return known != null ? known : byStatus(status, code != null ? BAD_REQUEST : MALFORMED);
    }

    static boolean isOperatingTime(String code) {
        return OPERATION_TIME_LIMIT.equalsIgnoreCase(code);
    }

    /**
     * What a person can do about it, as a sentence.
     */
    static String advice(FailureKind kind, String method, String code, int status) {
        if (code == null && status == PROXY_WANTS_CREDENTIALS) {
            return Advice.PROXY;
        }
        return TokenRequest.NAME.equals(method)
                ? TokenAdvice.of(kind, code) : Advice.of(kind, method, code, status);
    }

    private static FailureKind byStatus(int status, FailureKind otherwise) {
        return switch (status) {
            case 429 -> THROTTLED;
            case 401 -> NOT_AUTHORISED;
            case 402, 403 -> NOT_PERMITTED;
            case 404 -> BAD_REQUEST;
            case PROXY_WANTS_CREDENTIALS, 408 -> UNAVAILABLE;
            default -> status >= 500 ? UNAVAILABLE : otherwise;
        };
    }
}

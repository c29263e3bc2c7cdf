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
            entry("error_unexpected_answer", UNAVAILABLE),
            // sent with status 401: the portal could not reach its own authorisation server
            entry("connection_error", UNAVAILABLE),
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
            entry("payment_required", NOT_PERMITTED),
            entry("insufficient_scope", NOT_PERMITTED),
            entry("invalid_scope", NOT_PERMITTED),
            entry("user_access_error", NOT_PERMITTED),
            entry("access_denied", NOT_PERMITTED),
            entry("access_error", NOT_PERMITTED),
            entry("allowed_only_intranet_user", NOT_PERMITTED),
            entry("wrong_license", NOT_PERMITTED),
            entry("wrong_auth_type", NOT_PERMITTED),
            entry("method_confirm_denied", NOT_PERMITTED),
            entry("error_method_not_found", BAD_REQUEST),
            entry("error_argument", BAD_REQUEST),
            entry("invalid_http_method", BAD_REQUEST),
            entry("wrong_encoding", BAD_REQUEST),
            entry("22002", BAD_REQUEST),
            entry("100", BAD_REQUEST),
            entry("0", BAD_REQUEST));

    private static final Map<String, String> ADVICE_BY_CODE = Map.ofEntries(
            entry("invalid_credentials", "Check the options userId and secret: the webhook may have been deleted or disabled."),
            entry("no_auth_found", "Check the options userId and secret, and that portalUrl is the portal's own address."),
            entry("insufficient_scope", "Give the webhook or application the scope 'im'."),
            entry("error_method_not_found",
                    "The portal does not know this method: im.v2.Event needs release 26.250 of the module im, and the scope 'im'."),
            entry("invalid_request", "The portal takes webhooks over https only: set portalUrl to its https address."),
            entry("access_denied", "The portal's plan or an access right does not allow REST calls."),
            entry("overload_limit", "The portal's vendor has blocked REST calls because of overload."),
            entry("portal_deleted", "The portal was deleted, or is closed for maintenance."),
            entry("authorization_error", "The user of these credentials may be dismissed or inactive."),
            entry("expired_token", "The access token has expired."));

    private FailureTable() {
    }

    static FailureKind classify(String code, int status) {
        FailureKind known = code == null ? null : BY_CODE.get(code.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        if (code != null) {
            return byStatus(status, BAD_REQUEST);
        }
        return byStatus(status, MALFORMED);
    }

    static String advice(FailureKind kind, String code) {
        String special = code == null ? null : ADVICE_BY_CODE.get(code.toLowerCase(Locale.ROOT));
        return special != null ? special : switch (kind) {
            case THROTTLED -> "Other applications on this machine may be using up the portal's request budget.";
            case BLOCKED -> "The portal refuses calls for a while.";
            case NOT_AUTHORISED -> "Check the credentials.";
            case NOT_PERMITTED -> "Check what the credentials and the portal's plan allow.";
            case BAD_REQUEST -> "Check the method and its parameters.";
            case UNAVAILABLE -> "The portal cannot be reached or is failing.";
            case MALFORMED -> "The answer is not one of a Bitrix24 REST server: check the option portalUrl.";
        };
    }

    private static FailureKind byStatus(int status, FailureKind otherwise) {
        return switch (status) {
            case 429 -> THROTTLED;
            case 401 -> NOT_AUTHORISED;
            case 403, 402 -> NOT_PERMITTED;
            case 404 -> BAD_REQUEST;
            case 408 -> UNAVAILABLE;
            default -> status >= 500 ? UNAVAILABLE : otherwise;
        };
    }
}

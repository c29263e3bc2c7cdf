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
            entry("allowed_only_intranet_user", NOT_PERMITTED),
            entry("wrong_license", NOT_PERMITTED),
            entry("wrong_auth_type", NOT_PERMITTED),
            entry("method_confirm_denied", NOT_PERMITTED),
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

    private static final String OPERATION_TIME_LIMIT = "operation_time_limit";
    private static final String ACCESS_DENIED = "access_denied";

    private static final Map<String, String> ADVICE_BY_CODE = Map.ofEntries(
            entry(OPERATION_TIME_LIMIT,
                    "The method has used up its operating time for these credentials; part of it is free again within ten minutes."),
            entry("overload_limit", "The portal's vendor has blocked REST calls because of overload."),
            entry("portal_deleted", "The portal was deleted, or is closed for maintenance."),
            entry("method_confirm_waiting", "An administrator of the portal must confirm this call."),
            entry("connection_error", "The portal cannot reach its authorisation server; the credentials may be good."),
            entry("expired_token", "The access token has expired."),
            entry("invalid_token", "The access token is not of this portal, or the application is not installed there."),
            entry("no_auth_found",
                    "Check userId and secret of the webhook, or the tokens of the application, and that portalUrl is the portal's own address."),
            entry("invalid_credentials", "Check the options userId and secret: the webhook may have been deleted or disabled."),
            entry("authorization_error", "The user of these credentials may be dismissed or inactive."),
            entry("application_not_found", "The application is not installed at the portal any more, or is not active."),
            entry("not_installed", "The application is not installed at the portal."),
            entry("invalid_client", "Check the options clientId and clientSecret, and that the application is installed."),
            entry("wrong_client", "Check the options clientId and clientSecret."),
            entry("invalid_grant",
                    "The refresh token is used, expired or of another application: authorise the application anew."),
            entry("invalid_request", "The portal takes webhooks over https only: set portalUrl to its https address."),
            entry("insufficient_scope", "Give the webhook or application the scope 'im'."),
            entry("user_access_error", "An administrator of the portal must allow the user to use the application."),
            entry("wrong_license", "The portal's plan does not include this."),
            entry("payment_required", "The application or the portal's plan must be paid for."),
            entry("wrong_auth_type", "The method does not take this kind of credentials."),
            entry("method_confirm_denied", "An administrator of the portal has refused this call."),
            entry("error_method_not_found",
                    "The portal does not know this method: im.v2.Event needs release 26.250 of the module im, and the scope 'im'."));

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
    static String advice(FailureKind kind, String code, int status) {
        if (code == null) {
            return adviceWithoutCode(kind, status);
        }
        if (ACCESS_DENIED.equalsIgnoreCase(code)) {
            return status == 401
                    ? "The portal's plan does not include REST, or has ended."
                    : "The portal's plan or an access right does not allow this call.";
        }
        String special = ADVICE_BY_CODE.get(code.toLowerCase(Locale.ROOT));
        return special != null ? special : advice(kind);
    }

    private static String adviceWithoutCode(FailureKind kind, int status) {
        if (status >= 300 && status < 400) {
            return "The portal's licence may have ended, or it has moved: open it in a browser, and check the option portalUrl.";
        }
        return switch (status) {
            case 403 -> "A firewall or a filter in front of the portal may refuse this machine.";
            case 404 -> "This is not the address of a Bitrix24 REST server: check the option portalUrl.";
            default -> advice(kind);
        };
    }

    private static String advice(FailureKind kind) {
        return switch (kind) {
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
            case 402, 403 -> NOT_PERMITTED;
            case 404 -> BAD_REQUEST;
            case 408 -> UNAVAILABLE;
            default -> status >= 500 ? UNAVAILABLE : otherwise;
        };
    }
}

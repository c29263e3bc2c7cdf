package io.github.camelbitrix24.im.rest;

import java.util.Locale;

/**
 * What a person can do about a failure of the authorisation server, which is not the portal.
 */
final class TokenAdvice {

    private TokenAdvice() {
    }

    /**
     * @param code the server's error code, or {@code null} if there was none
     */
    static String of(FailureKind kind, String code) {
        return switch (code == null ? "" : code.toLowerCase(Locale.ROOT)) {
            case "invalid_grant" ->
                "The refresh token is used, expired or of another application: authorise the application again.";
            case "invalid_client", "wrong_client" -> "Check the options clientId and clientSecret.";
            case "invalid_request" ->
                "The authorisation server does not take the request: check the options clientId, clientSecret and oauthUrl.";
            case "bad_verification_code" -> "A code is good for 30 seconds and one exchange: authorise the application again.";
            case "invalid_scope", "insufficient_scope" -> "Check the scopes of the application.";
            case "payment_required" -> "The application or the portal's plan must be paid for.";
            default -> of(kind);
        };
    }

    private static String of(FailureKind kind) {
        return switch (kind) {
            case THROTTLED, BLOCKED -> "The authorisation server refuses requests for a while.";
            case NOT_AUTHORISED, BAD_REQUEST ->
                "Check the options clientId, clientSecret and oauthUrl, and authorise the application again.";
            case NOT_PERMITTED -> "The portal's plan or the application's scope does not allow it.";
            case UNAVAILABLE, MALFORMED ->
                "The authorisation server is failing or cannot be reached: see that this machine reaches it, and check the option"
                                           + " oauthUrl if it is set.";
        };
    }
}

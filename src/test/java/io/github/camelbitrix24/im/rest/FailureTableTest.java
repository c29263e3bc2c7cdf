package io.github.camelbitrix24.im.rest;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every error that the REST server is known for, with the statuses of both tables that are about, and what it means.
 */
class FailureTableTest {

    private static final FailureKind[] TRANSIENT
            = { FailureKind.THROTTLED, FailureKind.BLOCKED, FailureKind.UNAVAILABLE, FailureKind.MALFORMED };

    @ParameterizedTest
    @CsvSource({
            "QUERY_LIMIT_EXCEEDED, 503, 429, THROTTLED, true",
            "OPERATION_TIME_LIMIT, 429, 429, BLOCKED, true",
            "INTERNAL_SERVER_ERROR, 500, 500, UNAVAILABLE, true",
            "ERROR_UNEXPECTED_ANSWER, 500, 500, UNAVAILABLE, true",
            "ERROR_CORE, 500, 500, UNAVAILABLE, true",
            "ERROR_CORE, 400, 400, BAD_REQUEST, false",
            "CONNECTION_ERROR, 401, 401, UNAVAILABLE, true",
            "expired_token, 401, 401, NOT_AUTHORISED, false",
            "invalid_token, 401, 401, NOT_AUTHORISED, false",
            "NO_AUTH_FOUND, 401, 401, NOT_AUTHORISED, false",
            "INVALID_CREDENTIALS, 401, 403, NOT_AUTHORISED, false",
            "insufficient_scope, 401, 403, NOT_PERMITTED, false",
            "authorization_error, 401, 401, NOT_AUTHORISED, false",
            "user_access_error, 401, 403, NOT_PERMITTED, false",
            "APPLICATION_NOT_FOUND, 401, 401, NOT_AUTHORISED, false",
            "ACCESS_DENIED, 401, 403, NOT_PERMITTED, false",
            "WRONG_LICENSE, 403, 403, NOT_PERMITTED, false",
            "OVERLOAD_LIMIT, 401, 503, BLOCKED, true",
            "INVALID_REQUEST, 401, 400, NOT_AUTHORISED, false",
            "PORTAL_DELETED, 403, 500, BLOCKED, true",
            "PORTAL_DELETED, 410, 410, BLOCKED, true",
            "ERROR_METHOD_NOT_FOUND, 404, 404, BAD_REQUEST, false",
            "22002, 400, 400, BAD_REQUEST, false",
            "100, 400, 400, BAD_REQUEST, false",
            "0, 400, 400, BAD_REQUEST, false",
            "ERROR_ARGUMENT, 400, 400, BAD_REQUEST, false",
            "invalid_http_method, 400, 400, BAD_REQUEST, false",
            "invalid_authentication, 401, 400, NOT_AUTHORISED, false",
            "WRONG_AUTH_TYPE, 403, 403, NOT_PERMITTED, false",
            "METHOD_CONFIRM_WAITING, 401, 401, BLOCKED, true",
            "METHOD_CONFIRM_DENIED, 403, 403, NOT_PERMITTED, false",
            "ALLOWED_ONLY_INTRANET_USER, 403, 403, NOT_PERMITTED, false",
            "ACCESS_ERROR, 403, 403, NOT_PERMITTED, false",
            "access_denied, 401, 401, NOT_PERMITTED, false",
            "session_failed, 401, 401, NOT_AUTHORISED, false",
            "ERROR_OAUTH, 401, 401, NOT_AUTHORISED, false",
            "NOT_INSTALLED, 401, 401, NOT_AUTHORISED, false",
            "PAYMENT_REQUIRED, 401, 402, NOT_PERMITTED, false",
            "invalid_client, 401, 400, NOT_AUTHORISED, false",
            "invalid_grant, 400, 400, NOT_AUTHORISED, false",
            "bad_verification_code, 400, 400, NOT_AUTHORISED, false",
            "invalid_scope, 403, 400, NOT_PERMITTED, false",
            "wrong_client, 200, 200, NOT_AUTHORISED, false",
            "ERROR_BATCH_METHOD_NOT_ALLOWED, 400, 405, BAD_REQUEST, false",
            "ERROR_BATCH_LENGTH_EXCEEDED, 400, 400, BAD_REQUEST, false",
            "ERROR_MANIFEST_IS_NOT_AVAILABLE, 404, 404, BAD_REQUEST, false",
            "INTERNAL_WRONG_TRANSPORT, 500, 500, UNAVAILABLE, true",
            "INTERNAL_WRONG_HANDLER_CLASS, 500, 500, UNAVAILABLE, true",
            "WRONG_ENCODING, 200, 200, BAD_REQUEST, false",
            "BOT_NOT_FOUND, 400, 400, BAD_REQUEST, false",
            "SCOPE_ERROR, 400, 400, NOT_PERMITTED, false",
            "AUTH_ERROR, 400, 400, NOT_AUTHORISED, false",
            "USER_NOT_SUBSCRIBED, 400, 400, BAD_REQUEST, false" })
    void theCodeDecidesInEitherCase(String code, int status, int olderStatus, FailureKind kind, boolean passesByItself) {
        for (String written : new String[] { code, code.toLowerCase(Locale.ROOT), code.toUpperCase(Locale.ROOT) }) {
            assertEquals(kind, FailureTable.classify(written, status));
            assertEquals(kind, FailureTable.classify(written, olderStatus));
        }
        assertEquals(passesByItself, kind.isTransient());
    }

    @ParameterizedTest
    @CsvSource({
            "200, BAD_REQUEST", "400, BAD_REQUEST", "401, NOT_AUTHORISED", "402, NOT_PERMITTED", "403, NOT_PERMITTED",
            "404, BAD_REQUEST", "408, UNAVAILABLE", "418, BAD_REQUEST", "429, THROTTLED", "500, UNAVAILABLE",
            "502, UNAVAILABLE", "503, UNAVAILABLE", "504, UNAVAILABLE" })
    void forUnknownCodesTheStatusDecides(int status, FailureKind kind) {
        for (String code : new String[] { "", "MADE_UP", "4711" }) {
            assertEquals(kind, FailureTable.classify(code, status));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "200, MALFORMED", "400, MALFORMED", "401, NOT_AUTHORISED", "402, NOT_PERMITTED", "403, NOT_PERMITTED",
            "404, BAD_REQUEST", "408, UNAVAILABLE", "429, THROTTLED", "500, UNAVAILABLE", "502, UNAVAILABLE",
            "503, UNAVAILABLE", "504, UNAVAILABLE" })
    void withoutACodeTheStatusDecides(int status, FailureKind kind) {
        assertEquals(kind, FailureTable.classify(null, status));
    }

    @ParameterizedTest
    @EnumSource
    void eachKindSaysWhetherItPassesByItself(FailureKind kind) {
        assertEquals(Stream.of(TRANSIENT).anyMatch(kind::equals), kind.isTransient());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "OPERATION_TIME_LIMIT", "OVERLOAD_LIMIT", "CONNECTION_ERROR", "INVALID_CREDENTIALS", "insufficient_scope",
            "authorization_error", "ACCESS_DENIED", "WRONG_LICENSE", "INVALID_REQUEST", "PORTAL_DELETED",
            "ERROR_METHOD_NOT_FOUND", "APPLICATION_NOT_FOUND", "PAYMENT_REQUIRED", "invalid_grant" })
    void whatAPersonCanMendHasAnAdviceOfItsOwn(String code) {
        FailureKind kind = FailureTable.classify(code, 401);

        assertNotEquals(FailureTable.advice(kind, "MADE_UP", 401), FailureTable.advice(kind, code, 401));
    }

    @Test
    void everyFailureHasAnAdviceThatIsASentence() {
        for (FailureKind kind : FailureKind.values()) {
            for (int status : new int[] { 0, 200, 302, 401, 403, 404, 502 }) {
                for (String code : new String[] { null, "", "MADE_UP", "access_denied" }) {
                    String advice = FailureTable.advice(kind, code, status);
                    assertTrue(advice.matches("[A-Z].*\\."), advice);
                }
            }
        }
    }

    @Test
    void anEndedPlanIsToldFromAMissingRight() {
        String plan = FailureTable.advice(FailureKind.NOT_PERMITTED, "ACCESS_DENIED", 401);
        String right = FailureTable.advice(FailureKind.NOT_PERMITTED, "ACCESS_DENIED", 403);

        assertTrue(plan.contains("plan") && !plan.contains("right"), plan);
        assertTrue(right.contains("right"), right);
    }
}

package io.github.camelbitrix24.im.rest;

import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
            "REPLY_ACCESS_ERROR, 403, 400, NOT_PERMITTED, false",
            "ERROR_NO_ACCESS, 400, 403, NOT_PERMITTED, false",
            "CANCELED, 400, 400, NOT_PERMITTED, false",
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
            "404, BAD_REQUEST", "407, UNAVAILABLE", "408, UNAVAILABLE", "418, BAD_REQUEST", "429, THROTTLED",
            "500, UNAVAILABLE",
            "502, UNAVAILABLE", "503, UNAVAILABLE", "504, UNAVAILABLE" })
    void forUnknownCodesTheStatusDecides(int status, FailureKind kind) {
        for (String code : new String[] { "", "MADE_UP", "4711" }) {
            assertEquals(kind, FailureTable.classify(code, status));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "200, MALFORMED", "400, MALFORMED", "401, NOT_AUTHORISED", "402, NOT_PERMITTED", "403, NOT_PERMITTED",
            "404, BAD_REQUEST", "407, UNAVAILABLE", "408, UNAVAILABLE", "429, THROTTLED", "500, UNAVAILABLE",
            "502, UNAVAILABLE",
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

        assertNotEquals(FailureTable.advice(kind, "im.message.add", "MADE_UP", 401),
                FailureTable.advice(kind, "im.message.add", code, 401));
    }

    @Test
    void everyFailureHasAnAdviceThatIsASentence() {
        for (FailureKind kind : FailureKind.values()) {
            for (int status : new int[] { 0, 200, 302, 401, 403, 404, 502 }) {
                for (String code : new String[] { null, "", "MADE_UP", "access_denied" }) {
                    String advice = FailureTable.advice(kind, "im.message.add", code, status);
                    assertTrue(advice.matches("[A-Z].*\\."), advice);
                }
            }
        }
    }

    @Test
    void anEndedPlanIsToldFromAMissingRight() {
        String plan = FailureTable.advice(FailureKind.NOT_PERMITTED, "im.message.add", "ACCESS_DENIED", 401);
        String right = FailureTable.advice(FailureKind.NOT_PERMITTED, "im.message.add", "ACCESS_DENIED", 403);

        assertTrue(plan.contains("plan") && !plan.contains("right"), plan);
        assertTrue(right.contains("right"), right);
    }

    private static String advice(String code, String method) {
        return FailureTable.advice(FailureTable.classify(code, 400), method, code, 400);
    }

    @ParameterizedTest
    @CsvSource({
            "im.message.add, true", "IM.Message.Add, true", "im.v2.Event.get, true", "imbot.register, false",
            "imopenlines.session.open, false", "crm.lead.list, false", "user.get, false", "profile, false" })
    void theScopeOfTheMessengerIsNamedForItsOwnMethodsOnly(String method, boolean messenger) {
        String advice = advice("insufficient_scope", method);

        assertEquals(messenger, advice.contains("'im'"), advice);
        assertEquals(!messenger, advice.contains(method), advice);
    }

    @ParameterizedTest
    @CsvSource({
            "im.v2.Event.get, true", "im.v2.Event.made.up, true", "im.v2.event.get, false", "im.message.add, false",
            "crm.lead.list, false", "im.v2.Eventual, false" })
    void theReleaseForEventsIsNamedForEventsOnly(String method, boolean event) {
        String advice = advice("ERROR_METHOD_NOT_FOUND", method);

        assertEquals(event, advice.contains("26.250"), advice);
    }

    @Test
    void whoWritesEventInSmallLettersIsToldSo() {
        assertTrue(advice("ERROR_METHOD_NOT_FOUND", "im.v2.event.get").contains("capital"));
    }

    @ParameterizedTest
    @CsvSource({
            "invalid_request, 400", "invalid_request, 401", "invalid_client, 401", "'', 500", "MADE_UP, 503", ", 302",
            ", 403", ", 404", ", 500", ", 200", ", 0" })
    void theAuthorisationServersFailuresAreNotThePortals(String code, int status) {
        FailureKind kind = FailureTable.classify(code, status);
        String advice = FailureTable.advice(kind, TokenRequest.NAME, code, status);

        assertFalse(advice.contains("portalUrl") || advice.contains("webhook") || advice.contains("The portal cannot"), advice);
        assertTrue(advice.matches("[A-Z].*\\."), advice);
    }

    @Test
    void aProxyThatWantsCredentialsIsNamed() {
        for (String method : new String[] { "profile", TokenRequest.NAME }) {
            String advice = FailureTable.advice(FailureTable.classify(null, 407), method, null, 407);

            assertTrue(advice.contains("proxyAuthUsername") && !advice.contains("portalUrl"), advice);
        }
    }
}

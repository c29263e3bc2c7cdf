package io.github.camelbitrix24.im.testkit;

import java.net.http.HttpResponse;

import io.github.camelbitrix24.im.testkit.Behaviour.PlainHttp;
import io.github.camelbitrix24.im.testkit.Behaviour.SessionCookie;
import io.github.camelbitrix24.im.testkit.Behaviour.Standing;
import io.github.camelbitrix24.im.testkit.Behaviour.StatusTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class E10ErrorTableTest extends PortalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "QUERY_LIMIT_EXCEEDED | 503 | 503 | Too many requests",
            "OPERATION_TIME_LIMIT | 429 | 429 | Method is blocked due to operation time limit.",
            "INTERNAL_SERVER_ERROR | 500 | 500 | Internal server error",
            "ERROR_UNEXPECTED_ANSWER | 500 | 500 | Server returned an unexpected response",
            "ERROR_CORE | 500 | 500 | SQL query error!",
            "CONNECTION_ERROR | 401 | 401 | Error connecting to authorization server",
            "expired_token | 401 | 401 | The access token provided has expired",
            "invalid_token | 401 | 401 | Unable to get application by token",
            "NO_AUTH_FOUND | 401 | 401 | Wrong authorization data",
            "INVALID_CREDENTIALS | 401 | 403 | Invalid request credentials",
            "insufficient_scope | 401 | 403 | The request requires higher privileges than provided by the webhook token",
            "authorization_error | 401 | 401 | Unable to authorize user",
            "user_access_error | 401 | 403 | The user does not have access to the application.",
            "APPLICATION_NOT_FOUND | 401 | 401 | Application not found",
            "ACCESS_DENIED | 401 | 403 | REST is available only on commercial plans.",
            "WRONG_LICENSE | 403 | 403 | This feature is not enabled for the current license: basic",
            "OVERLOAD_LIMIT | 401 | 503 | REST API is blocked due to overload.",
            "INVALID_REQUEST | 401 | 400 | Https required.",
            "PORTAL_DELETED | 403 | 500 | Portal was deleted",
            "ERROR_METHOD_NOT_FOUND | 404 | 404 | Method not found!",
            "invalid_http_method | 400 | 400 | Wrong method for current action",
            "WRONG_AUTH_TYPE | 403 | 403 | Current authorization type is denied for this method",
            "METHOD_CONFIRM_WAITING | 401 | 401 | Waiting for confirmation",
            "METHOD_CONFIRM_DENIED | 403 | 403 | Method call denied",
            "PAYMENT_REQUIRED | 401 | 402 | ''",
            "ERROR_BATCH_METHOD_NOT_ALLOWED | 400 | 405 | Method is not allowed for batch usage",
            "INTERNAL_WRONG_TRANSPORT | 500 | 500 | Wrong transport!",
            "INTERNAL_WRONG_HANDLER_CLASS | 500 | 500 | Wrong handler class!",
            "WRONG_ENCODING | 200 | 200 | Wrong request encoding",
            "CHAT_ID | 400 | 400 | The chat is not there",
            "CANCELED | 400 | 400 | You cannot send messages to this chat",
            "ERROR_NO_ACCESS | 400 | 400 | You do not have access to this dialog",
            "CANT_EDIT_MESSAGE | 403 | 403 | Time has expired for modification or you don't have access",
            "WITHOUT_CHANGES | 400 | 400 | Action completed without changes",
            "CHAT_NOT_FOUND | 400 | 400 | Chat not found",
            "MESSAGE_NOT_FOUND | 400 | 400 | Message not found",
            "MESSAGE_ACCESS_DENIED | 400 | 400 | You do not have access to this message",
            "SENDING_FAILED | 400 | 400 | Message sending failed",
            "REACTION_ALREADY_SET | 400 | 400 | Reaction is already set",
            "REACTION_NOT_FOUND | 400 | 400 | Reaction not found" })
    void errorsHaveTheirStatusInBothTables(String code, int source, int older, String description) throws Exception {
        portal.fail(GET, Fault.error(code), 2);
        assertError(source, code, description, call(ilse, GET, "{}"));
        portal.behave(StatusTable.OLDER_DOCS);
        assertError(older, code, description, call(ilse, GET, "{}"));
        assertEquals(code, portal.calls(GET).get(1).error());
    }

    @Test
    void anyOtherErrorCanBeMadeUp() throws Exception {
        portal.fail(GET, Fault.error("", "Module exception", 418));
        assertError(418, "", "Module exception", call(ilse, GET, "{}"));
    }

    @Test
    void anErrorThatTheTableDoesNotKnowNeedsAStatus() {
        assertThrows(IllegalArgumentException.class, () -> Fault.error("QUERY_LIMIT"));
    }

    @Test
    void someErrorsSayMore() throws Exception {
        portal.fail(GET, Fault.error("ERROR_ARGUMENT")).fail(GET, Fault.error("session_failed"));
        assertEquals("offset", json(call(ilse, GET, "{}").body()).get("argument").textValue());
        assertEquals(32, json(call(ilse, GET, "{}").body()).get("sessid").textValue().length());
    }

    @Test
    void nothingSaysWhenToTryAgain() throws Exception {
        portal.fail(GET, Fault.error("OPERATION_TIME_LIMIT"));
        HttpResponse<String> response = call(ilse, GET, "{}");
        assertFalse(response.headers().firstValue("retry-after").isPresent());
        assertFalse(json(response.body()).has("time"));
    }

    @Test
    void theOlderTableIsForRealErrorsToo() throws Exception {
        portal.behave(StatusTable.OLDER_DOCS);
        ilse.webhookRevoked();
        assertError(403, "INVALID_CREDENTIALS", "Invalid request credentials", call(ilse, GET, "{}"));
    }

    @Test
    void aDeletedPortalSaysSoBeforeAllElse() throws Exception {
        portal.behave(Standing.DELETED);
        assertError(403, "PORTAL_DELETED", "Portal was deleted", call(ilse, "im.nothing", "{}"));
    }

    @Test
    void licenceAndOverloadComeWithTheAuthentication() throws Exception {
        portal.behave(Standing.PLAN_ENDED);
        assertError(404, "ERROR_METHOD_NOT_FOUND", "Method not found!", call(ilse, "nothing", "{}"));
        assertError(401, "ACCESS_DENIED", "REST is available only on commercial plans.", call(ilse, GET, "{}"));
        portal.behave(Standing.OVERLOADED);
        assertError(401, "OVERLOAD_LIMIT", "REST API is blocked due to overload.", call(ilse, GET, "{}"));
    }

    @Test
    void theCredentialComesBeforeTheLicence() throws Exception {
        portal.behave(Standing.PLAN_ENDED);
        String wrong = ilse.webhook().replace(ilse.secret(), "wrong");
        assertError(401, "INVALID_CREDENTIALS", "Invalid request credentials", post(wrong + GET, "application/json", "{}"));
        portal.behave(Standing.OVERLOADED);
        assertError(401, "INVALID_CREDENTIALS", "Invalid request credentials", post(wrong + GET, "application/json", "{}"));
    }

    @Test
    void plainHttpMayBeRefused() throws Exception {
        portal.behave(PlainHttp.REFUSED);
        assertError(401, "INVALID_REQUEST", "Https required.", call(ilse, GET, "{}"));
    }

    @Test
    void aKeptCookieMakesTheNextUserFail() throws Exception {
        portal.behave(SessionCookie.SET);
        String cookie = call(ilse, GET, "{}").headers().firstValue("set-cookie").orElseThrow().split(";")[0];
        assertEquals(200, send(request(ilse.webhook() + GET).header("Cookie", cookie)).statusCode());
        assertError(401, "authorization_error", "Unable to authorize user",
                send(request(marco.webhook() + GET).header("Cookie", cookie)));
    }

    @Test
    void restThreeHasErrorsOfAnotherShape() throws Exception {
        HttpResponse<String> response = send(request(ilse.webhook().replace("/rest/", "/rest/api/") + GET));
        assertEquals(404, response.statusCode());
        assertEquals("Method not found", json(response.body()).at("/error/message").textValue());
    }
}

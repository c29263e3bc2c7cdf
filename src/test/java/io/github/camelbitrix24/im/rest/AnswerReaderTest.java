package io.github.camelbitrix24.im.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Answers of every shape that was ever seen, and what they are taken for.
 */
class AnswerReaderTest {

    private static final String HTML = "<html><head><title>x</title></head><body>nginx</body></html>";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'error':'INVALID_CREDENTIALS','error_description':'no'} | 401 | INVALID_CREDENTIALS | NOT_AUTHORISED | no",
            "{'error_description':'no','error':'INVALID_CREDENTIALS'} | 401 | INVALID_CREDENTIALS | NOT_AUTHORISED | no",
            "{'error':'ERROR_ARGUMENT','error_description':'no','argument':'offset'} | 400 | ERROR_ARGUMENT | BAD_REQUEST | no",
            "{'error':'','error_description':'a module failed'} | 400 | `` | BAD_REQUEST | a module failed",
            "{'error':'','error_description':'a module failed'} | 500 | `` | UNAVAILABLE | a module failed",
            "{'error':'100','error_description':'no'} | 400 | 100 | BAD_REQUEST | no",
            "{'error':100,'error_description':'no'} | 400 | 100 | BAD_REQUEST | no",
            "{'error':0} | 400 | 0 | BAD_REQUEST | ``",
            "{'error':null,'error_description':'no'} | 503 | `` | UNAVAILABLE | no",
            "{'error':[],'error_description':'no'} | 400 | `` | BAD_REQUEST | no",
            "{'error':{'code':'ACCESS_DENIED','message':'no','validation':[{'a':1}]}} | 403 | ACCESS_DENIED | NOT_PERMITTED | no",
            "{'error':{}} | 500 | `` | UNAVAILABLE | ``",
            "{'error':{'code':{},'message':[1]}} | 400 | `` | BAD_REQUEST | ``",
            "{'error':'MADE_UP','error_description':{'result':true}} | 400 | MADE_UP | BAD_REQUEST | ``",
            "{'error':'WRONG_ENCODING','error_description':'no'} | 200 | WRONG_ENCODING | BAD_REQUEST | no",
            "{'error':'wrong_client'} | 200 | wrong_client | NOT_AUTHORISED | ``",
            "{'result':true,'error':'OVERLOAD_LIMIT'} | 200 | OVERLOAD_LIMIT | BLOCKED | ``" })
    void anErrorIsUnderstoodInEveryShape(String body, int status, String code, FailureKind kind, String description) {
        RestException e = failure(status, body.replace('\'', '"'));

        assertEquals(code, e.code());
        assertEquals(kind, e.kind());
        assertEquals(description, e.description());
        assertEquals(status, e.status());
    }

    @ParameterizedTest
    @CsvSource({
            "200, MALFORMED", "401, NOT_AUTHORISED", "403, NOT_PERMITTED", "404, BAD_REQUEST", "429, THROTTLED",
            "500, UNAVAILABLE", "502, UNAVAILABLE", "503, UNAVAILABLE", "504, UNAVAILABLE" })
    void aPageOfHtmlIsJudgedByItsStatus(int status, FailureKind kind) {
        RestException e = failure(status, HTML);

        assertEquals(kind, e.kind());
        assertNull(e.code());
        assertFalse(e.getMessage().contains("nginx"), "what a page says is not shown");
    }

    @ParameterizedTest
    @CsvSource({ "200, UNAVAILABLE", "403, NOT_PERMITTED", "404, BAD_REQUEST", "500, UNAVAILABLE", "502, UNAVAILABLE" })
    void anEmptyAnswerIsJudgedByItsStatus(int status, FailureKind kind) {
        assertEquals(kind, failure(status, "").kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "[]", "[{\"result\":true}]", "true", "null", "7", "\"result\"", "{}", "{\"time\":{}}", "{\"result\":",
            "{\"result\":tru",
            "{\"result\":{\"events\":[", "{\"result\":true", "{\"result\":true,\"time\":{\"start\":1", "\u0000\u0001}{" })
    void whatIsNoAnswerOfTheRestServerIsMalformedOnA200AndUnavailableOnA500(String body) {
        assertEquals(FailureKind.MALFORMED, failure(200, body).kind());
        assertEquals(FailureKind.UNAVAILABLE, failure(500, body).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "<br />\n<b>Warning</b>:  Undefined variable $x in <b>/home/bitrix/www/a.php</b> on line <b>7</b><br />\n{\"result\":1}",
            "\nDeprecated: Optional parameter in /home/bitrix/www/a.php on line 12\n{\"result\":1}",
            "PHP Fatal error:  Allowed memory size exhausted in /a.php on line 3", "<b>Parse error</b>: x in y on line 1",
            "Fatal error: Uncaught Error: Call to undefined function in /a.php:3\nStack trace:\n#0 {main} thrown in /a.php on line 3",
            "[TypeError] \nround(): Argument #1 must be of type int|float, string given (0)\n/home/bitrix/www/a.php:135\n#0: round()",
            "<pre>[Bitrix\\Main\\DB\\ConnectionException] \nMysql connect error (400)\n/home/bitrix/www/a.php:7",
            "A error occurred during script execution. You can turn on extended error reporting in .settings.php file" })
    void whatThePortalsOwnPhpWritesIsNotBlamedOnThePortalUrl(String body) {
        for (int status : new int[] { 200, 500 }) {
            RestException e = failure(status, body);

            assertTrue(e.advice().contains("PHP") && !e.advice().contains("portalUrl"), e.advice());
            assertFalse(e.getMessage().contains("bitrix/www"), e.getMessage());
        }
        assertEquals(FailureKind.MALFORMED, failure(200, body).kind());
        assertEquals(FailureKind.UNAVAILABLE, failure(500, body).kind());
    }

    @Test
    void aForeignPageMayMeanAWrongAddressAndACutAnswerDoesNot() {
        assertTrue(failure(200, HTML).advice().contains("portalUrl"));
        assertFalse(failure(200, "{\"result\":tru").advice().contains("portalUrl"));
        assertFalse(failure(200, "{}").advice().contains("portalUrl"));
        assertFalse(failure(502, HTML).advice().contains("portalUrl"));
    }

    @Test
    void jsonOfAnotherShapeIsNotCalledUnreadable() {
        RestException e = assertThrows(RestException.class,
                () -> new AnswerReader<Object>("im.v2.Event.get", http(200, "{\"result\":[1],\"time\":{}}"), (parser, body) -> {
                    throw new JsonParseException(parser, "result is not an object");
                }).read(0));

        assertEquals("the answer has another shape than it should: result is not an object", e.description());
        assertEquals(FailureKind.MALFORMED, e.kind());
        assertEquals("the answer is not readable JSON", failure(200, "{\"result\":[1}").description());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "a\nERROR forged", "a\r\nERROR forged", "a\u0085ERROR forged", "a\u2028ERROR forged", "a\u2029ERROR forged",
            "a\u001b[31mERROR forged", "a\u001b[2J\u0000ERROR forged", "a\u009bERROR forged", "a\u202eERROR forged" })
    void whatThePortalSaysStaysOnOneLine(String said) throws Exception {
        for (String json : List.of("{\"error\":%s}", "{\"error\":\"x\",\"error_description\":%s}",
                "{\"error\":{\"code\":%1$s,\"message\":%1$s}}")) {
            RestException e = failure(400, json.formatted(Json.MAPPER.writeValueAsString(said)));

            for (String shown : new String[] { e.getMessage(), e.toString(), e.description(), e.code() }) {
                assertFalse(shown.matches("(?s).*[\\p{Cc}\u2028\u2029\u202e].*"), shown);
            }
            assertTrue(e.getMessage().contains("a ERROR forged"), e.getMessage());
        }
    }

    @Test
    void emojiAndOtherAlphabetsStay() {
        String said = "\u0434\u043e\u0441\u0442\u0443\u043f\u0430 \u043d\u0435\u0442 \ud83d\udc69\u200d\ud83d\udcbb \u4e2d";

        assertEquals(said, failure(400, "{\"error\":\"x\",\"error_description\":\"" + said + "\"}").description());
    }

    @Test
    void aResultCountsOnlyWithAStatusOf200() {
        assertEquals(FailureKind.UNAVAILABLE, failure(503, "{\"result\":true}").kind());
        assertEquals(FailureKind.MALFORMED, failure(201, "{\"result\":true}").kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "/bitrix/coupon_activation.php", "https://acme.bitrix24.com/auth/?login=yes", "https://elsewhere.example/",
            "http://acme.bitrix24.com/rest/7/" + "secret" + "/profile", "not an address" })
    void aRedirectThatIsNotFollowedMeansThatThePortalIsUnavailable(String location) {
        for (int status : new int[] { 301, 302, 303, 307, 308 }) {
            RestException e = assertThrows(RestException.class,
                    () -> read(new HttpAnswer(status, new byte[0], location)));

            assertEquals(FailureKind.UNAVAILABLE, e.kind());
            assertTrue(e.advice().contains("licence"), e.advice());
            assertFalse(e.getMessage().contains("secret") || e.getMessage().contains("/"), e.getMessage());
        }
    }

    @Test
    void timeIsReadAsWholeNumbersOrFractions() throws RestException {
        PortalTime time
                = time("{\"start\":1787310306.25,\"finish\":1787310307,\"operating\":0.5,\"operating_reset_at\":1787310906}");

        assertEquals(Instant.parse("2026-08-21T11:05:06.250Z"), time.start());
        assertEquals(0.5, time.operating());
        assertEquals(Instant.parse("2026-08-21T11:15:06Z"), time.operatingResetAt());
        assertEquals(0.0, time("{\"operating\":0}").operating());
    }

    @Test
    void whatTimeLeavesOutIsNotKnown() throws RestException {
        assertEquals(PortalTime.UNKNOWN, time("{}"));
        assertEquals(PortalTime.UNKNOWN, time("[]"));
        assertEquals(PortalTime.UNKNOWN, time("{\"start\":null,\"operating\":{\"a\":[1]},\"operating_reset_at\":\"soon\"}"));
        assertEquals(Instant.parse("2026-08-21T11:05:06Z"), time("{\"date_start\":\"2026-08-21T14:05:06+03:00\"}").start());
    }

    private static PortalTime time(String time) throws RestException {
        String body = "{\"time\":" + time + ",\"result\":true}";
        return read(new HttpAnswer(200, body.getBytes(StandardCharsets.UTF_8), null)).time();
    }

    private static HttpAnswer http(int status, String body) {
        return new HttpAnswer(status, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private static RestException failure(int status, String body) {
        return assertThrows(RestException.class, () -> read(http(status, body)));
    }

    private static RestAnswer<JsonNode> read(HttpAnswer http) throws RestException {
        return new AnswerReader<JsonNode>("profile", http, (parser, body) -> Json.MAPPER.readTree(parser)).read(0);
    }
}

package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.Behaviour.StatusTable;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A call that fails tells the route which kind of failure it is. */
class CallFailureTest extends ProducerTest {

    private static final String CALL = "bitrix24-im:call?method=server.time&responseTimeout=400";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @ParameterizedTest
    @CsvSource({
            "QUERY_LIMIT_EXCEEDED, Throttled, true", "OPERATION_TIME_LIMIT, Blocked, true",
            "OVERLOAD_LIMIT, Blocked, true", "PORTAL_DELETED, Blocked, true", "METHOD_CONFIRM_WAITING, Blocked, true",
            "INTERNAL_SERVER_ERROR, Unavailable, true", "CONNECTION_ERROR, Unavailable, true", "ERROR_CORE, Unavailable, true",
            "INVALID_CREDENTIALS, NotAuthorised, false", "NO_AUTH_FOUND, NotAuthorised, false",
            "expired_token, NotAuthorised, false", "authorization_error, NotAuthorised, false",
            "APPLICATION_NOT_FOUND, NotAuthorised, false", "INVALID_REQUEST, NotAuthorised, false",
            "insufficient_scope, NotPermitted, false", "ACCESS_DENIED, NotPermitted, false",
            "WRONG_LICENSE, NotPermitted, false", "ACCESS_ERROR, NotPermitted, false",
            "ERROR_METHOD_NOT_FOUND, BadRequest, false", "ERROR_ARGUMENT, BadRequest, false",
            "WRONG_ENCODING, BadRequest, false" })
    void anErrorOfThePortalIsOneOfSevenKinds(String code, String kind, boolean retryable) {
        for (StatusTable table : StatusTable.values()) {
            portal.behave(table).heal().fail("server.time", Fault.error(code), 3);

            Exchange exchange = send(CALL, null, Map.of());

            Bitrix24ImException e = assertInstanceOf(Bitrix24ImException.class, exchange.getException());
            assertEquals("Bitrix24Im" + kind + "Exception", e.getClass().getSimpleName());
            assertEquals(code, e.getCode());
            assertEquals(portal.calls().get(portal.calls().size() - 1).status(), e.getStatus());
            assertEquals(e.getStatus(), e.getHttpResponseCode());
            assertEquals("server.time", e.getMethod());
            assertEquals(retryable, e.isRetryable());
            assertEquals(code, exchange.getMessage().getHeader(Bitrix24ImConstants.ERROR_CODE));
            assertTrue(e.getMessage().startsWith("server.time failed: " + code + " - "), e.getMessage());
        }
    }

    static Stream<Arguments> otherFailures() {
        return Stream.of(
                arguments("HTML 502", Fault.html(502), Bitrix24ImUnavailableException.class, 502),
                arguments("HTML 503", Fault.html(503), Bitrix24ImUnavailableException.class, 503),
                arguments("HTML 429", Fault.html(429), Bitrix24ImThrottledException.class, 429),
                arguments("HTML 401", Fault.html(401), Bitrix24ImNotAuthorisedException.class, 401),
                arguments("HTML 403", Fault.html(403), Bitrix24ImNotPermittedException.class, 403),
                arguments("HTML 200", Fault.loginForm(), Bitrix24ImMalformedAnswerException.class, 200),
                arguments("garbage", Fault.garbage(), Bitrix24ImMalformedAnswerException.class, 200),
                arguments("empty 200", Fault.empty(200), Bitrix24ImUnavailableException.class, 200),
                arguments("redirect", Fault.redirect(302, "https://new.example"), Bitrix24ImUnavailableException.class, 302),
                arguments("cut", Fault.cutBody(), Bitrix24ImUnavailableException.class, 0),
                arguments("dropped", Fault.dropped(), Bitrix24ImUnavailableException.class, 0),
                arguments("reset", Fault.reset(), Bitrix24ImUnavailableException.class, 0),
                arguments("slow", Fault.slow(Duration.ofSeconds(2)), Bitrix24ImUnavailableException.class, 0));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherFailures")
    void aFailureThatIsNotThePortalsOwnHasNoCode(String name, Fault fault, Class<?> kind, int status) {
        portal.fail("server.time", fault, 3);

        Exchange exchange = send(CALL, null, Map.of());

        Bitrix24ImException e = assertInstanceOf(Bitrix24ImException.class, exchange.getException());
        assertEquals(kind, e.getClass());
        assertNull(e.getCode());
        assertEquals(status, e.getStatus());
        assertFalse(exchange.getMessage().getHeaders().containsKey(Bitrix24ImConstants.ERROR_CODE));
        assertFalse(Complaint.of(e).contains(reader.secret()));
        assertTrue(portal.calls().size() <= 3, "repeated too often");
    }

    @Test
    void theDescriptionIsThePortalsWithoutTheSecret() {
        portal.fail("server.time", Fault.error("ERROR_CORE", "no such file /rest/7/" + reader.secret() + "/x", 500), 3);

        Bitrix24ImException e = (Bitrix24ImException) send(CALL, null, Map.of()).getException();

        assertEquals("no such file /rest/7/xxxxxx/x", e.getDescription());
        assertFalse(Complaint.of(e).contains(reader.secret()));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "https://acme.example/rest/1/other-secret/profile", "HTTP://acme.example?auth=other-secret",
            "https://bot:other-secret@acme.example/", "https://acme.example#other-secret" })
    void anAddressThatThePortalQuotesIsShownAsItsHostOnly(String url) {
        portal.fail("server.time", Fault.error("ERROR_CORE", "see \"" + url + "\" and come back", 500), 3);

        Bitrix24ImException e = (Bitrix24ImException) send(CALL, null, Map.of()).getException();

        assertEquals("see \"acme.example\" and come back", e.getDescription());
        assertFalse(Complaint.of(e).contains("other-secret"));
    }

    @Test
    void aRouteCanCatchOneKind() throws Exception {
        List<String> caught = new CopyOnWriteArrayList<>();
        RouteBuilder.addRoutes(context, r -> {
            r.onException(Bitrix24ImThrottledException.class).handled(true)
                    .process(e -> caught.add(e.getMessage().getHeader(Bitrix24ImConstants.ERROR_CODE, String.class)));
            r.from("direct:in").to("bitrix24-im:send?dialogId=chat5");
        });
        portal.fail("im.message.add", Fault.error("QUERY_LIMIT_EXCEEDED"), 3).fail("im.message.add",
                Fault.error("ACCESS_ERROR"));

        assertNull(send("direct:in", "hello", Map.of()).getException());
        assertInstanceOf(Bitrix24ImNotPermittedException.class, send("direct:in", "hello", Map.of()).getException());

        assertEquals(List.of("QUERY_LIMIT_EXCEEDED"), caught);
        assertEquals(List.of(), portal.sent());
    }
}

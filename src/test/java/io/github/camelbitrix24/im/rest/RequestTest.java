package io.github.camelbitrix24.im.rest;

import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.ProducerTest;
import io.github.camelbitrix24.im.testkit.Behaviour.SessionCookie;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.apache.camel.component.http.HttpComponent;
import org.apache.hc.client5.http.cookie.BasicCookieStore;
import org.apache.hc.client5.http.impl.cookie.BasicClientCookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

/** What goes over the wire, and that no header of a message has a say in it. */
class RequestTest extends ProducerTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat5";

    @Test
    void aRequestIsAPostOfJsonThatSaysWhoCalls() throws Exception {
        result(SEND, "Привет", Map.of());

        RecordedCall call = onlyCall();
        assertEquals("POST", call.httpMethod());
        assertEquals("/rest/7/****/im.message.add", call.path());
        assertEquals("camel-bitrix24-im/" + version(), call.headers().get("user-agent"));
        assertEquals("application/json; charset=UTF-8", call.headers().get("content-type"));
        assertEquals("application/json", call.headers().get("accept"));
        assertEquals("{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"Привет\"}", withoutTemplateId(call.body()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "subscribe", "events", "send?dialogId=chat5", "call?method=profile" })
    void headersOfAMessageChangeNothingAndNeverLeave(String operation) {
        String uri = "bitrix24-im:" + operation;
        result(uri, "{}", Map.of());
        RecordedCall plain = portal.calls().get(0);
        try (PortalEmulator elsewhere = PortalEmulator.start()) {
            result(uri, "{}", hostile(elsewhere.url()));

            assertEquals(List.of(), elsewhere.calls());
        }
        RecordedCall call = portal.calls().get(1);
        assertEquals(2, portal.calls().size());
        assertEquals(List.of(plain.httpMethod(), plain.path(), withoutTemplateId(plain.body())),
                List.of(call.httpMethod(), call.path(), withoutTemplateId(call.body())));
        assertEquals(plain.headers(), call.headers());
    }

    private static Map<String, Object> hostile(String url) {
        Map<String, Object> headers = new HashMap<>();
        for (String name : List.of("CamelHttpUri", "CamelHttpUrl", "CamelRestHttpUri", "CamelHttpBaseUri", "CAMELHTTPURI",
                "camelHttpUri", "camelhttpuri", "CamelHttpHost")) {
            headers.put(name, url);
        }
        headers.put("CamelHttpPath", "/rest/8/other/profile");
        headers.put("CamelHttpQuery", "offset=999");
        headers.put("CamelHttpRawQuery", "offset=999");
        headers.put("CamelRestHttpQuery", "offset=999");
        headers.put("CamelHttpMethod", "DELETE");
        headers.put("CamelHttpProtocolVersion", "HTTP/1.0");
        headers.put("CamelHttpResponseCode", 500);
        headers.put("CamelHttpCharacterEncoding", "UTF-16");
        headers.put("Host", "evil.example");
        headers.put("Authorization", "Bearer other");
        headers.put("Cookie", "PHPSESSID=other");
        headers.put("Content-Type", "text/plain");
        headers.put("content-length", "3");
        headers.put("Content-Encoding", "gzip");
        headers.put("Transfer-Encoding", "chunked");
        headers.put("Accept", "text/html");
        headers.put("User-Agent", "other");
        headers.put("X-Foo", "bar");
        headers.put("X-Forwarded-For", "10.0.0.1");
        headers.put("offset", "999");
        headers.put("auth", "other");
        headers.put("CamelBitrix24ImChatId", 99L);
        headers.put("CamelBitrix24ImEventId", 99L);
        headers.put("CamelBitrix24ImPortal", url);
        return headers;
    }

    @Test
    void noCookieIsSentBack() {
        portal.behave(SessionCookie.SET);

        result(SEND, "one", Map.of());
        result(SEND, "two", Map.of());
        result("bitrix24-im:call?method=profile", null, Map.of());

        portal.calls().forEach(call -> assertNull(call.headers().get("cookie")));
    }

    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void aCookieJarOfTheUsersHttpComponentIsNotUsed(boolean byConfigurer) {
        BasicClientCookie cookie = new BasicClientCookie("PHPSESSID", "of another session");
        cookie.setDomain("127.0.0.1");
        cookie.setPath("/");
        BasicCookieStore jar = new BasicCookieStore();
        jar.addCookie(cookie);
        HttpComponent http = context.getComponent("http", HttpComponent.class);
        if (byConfigurer) {
            http.setHttpClientConfigurer(client -> client.setDefaultCookieStore(jar));
        } else {
            http.setCookieStore(jar);
        }
        portal.behave(SessionCookie.SET);

        result(SEND, "one", Map.of());
        result(SEND, "two", Map.of());

        portal.calls().forEach(call -> assertNull(call.headers().get("cookie")));
        assertEquals(List.of(cookie), jar.getCookies());
    }

    @Test
    void anotherUserOfTheSamePortalIsCalledAsHimself() {
        portal.behave(SessionCookie.SET);
        String other = "&portalUrl=" + portal.url() + "&userId=12&secret=" + portal.user(12).secret();

        result(SEND, "from seven", Map.of());
        result(SEND + other, "from twelve", Map.of());

        assertEquals(List.of(7L, 12L), portal.sent().stream().map(sent -> sent.userId()).toList());
        assertFalse(portal.calls().stream().anyMatch(call -> call.status() != 200), portal::describe);
    }

    @Test
    void nothingButTheseHeadersLeaves() {
        result(SEND, "hello", Map.of("X-Foo", "bar"));

        Set<String> names = new TreeSet<>(onlyCall().headers().keySet());
        names.removeAll(Set.of("accept-encoding", "connection"));
        assertEquals("[accept, content-length, content-type, host, user-agent]", names.toString());
    }

    /** The version that the build has put into the jar. */
    private static String version() throws Exception {
        Properties properties = new Properties();
        try (InputStream in = Bitrix24ImComponent.class.getResourceAsStream("rest/product.properties")) {
            properties.load(in);
        }
        String version = properties.getProperty("version");
        assertFalse(version.contains("$"), version);
        return version;
    }

    private static String withoutTemplateId(String body) {
        return body.replaceFirst(",\"TEMPLATE_ID\":\"[0-9a-f-]{36}\"", "");
    }
}

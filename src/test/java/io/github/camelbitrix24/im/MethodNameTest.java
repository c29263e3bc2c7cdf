package io.github.camelbitrix24.im;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The method of a call comes from an option or a header, and can be nothing but a method. */
class MethodNameTest extends ProducerTest {

    @Test
    void theHeaderGoesOverTheOption() {
        result("bitrix24-im:call?method=profile", null, Map.of(Bitrix24ImConstants.METHOD, "server.time"));
        result("bitrix24-im:call", null, Map.of(Bitrix24ImConstants.METHOD, "scope"));
        result("bitrix24-im:call?method=profile", null, Map.of());

        assertEquals("[server.time, scope, profile]", portal.calls().stream().map(call -> call.method()).toList().toString());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void noMethodIsRefusedWithWhereToNameIt(String method) {
        Map<String, Object> headers = method == null ? Map.of() : Map.of(Bitrix24ImConstants.METHOD, method);

        String why = whyNothingIsSent("bitrix24-im:call", Map.of(), headers);

        assertTrue(why.contains("option method") && why.contains(Bitrix24ImConstants.METHOD), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "../x", "..", "a b", "im.x?y", "im.x&y=1", "im.x#y", "http://evil.example/x", "//evil.example/x", "/profile",
            "profile/", "profile/../scope", "im..x", ".profile", "profile.", "im.x%2F..", "%2e%2e", "im\\x", "im.x;y", "im.x\n",
            "im.x\r\nHost: evil.example", "профиль", "im.x\u0000", "${body}", "{{secret}}", "-im", "9im", " profile",
            "profile ",
            "im@evil.example", "im:8080", "profile,scope" })
    void aMalformedNameNeverReachesThePortal(String method) {
        String why = whyNothingIsSent("bitrix24-im:call", Map.of(), Map.of(Bitrix24ImConstants.METHOD, method));

        assertTrue(why.contains("The REST method must be a name like im.message.add"), why);
    }

    @Test
    void anEndlessNameNeverReachesThePortal() {
        String why = whyNothingIsSent("bitrix24-im:call", Map.of(), Map.of(Bitrix24ImConstants.METHOD, "a".repeat(5000)));

        assertTrue(why.contains("The REST method must be a name"), why);
        assertTrue(why.length() < 1000);
    }

    @Test
    void theCaseOfTheNameIsKept() {
        result("bitrix24-im:call?method=im.v2.Event.subscribe", null, Map.of());

        assertEquals("/rest/7/****/im.v2.Event.subscribe", onlyCall().path());
    }
}

package io.github.camelbitrix24.im;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The result of a call comes as plain Java values. */
class CallResultTest extends ProducerTest {

    static Stream<Arguments> results() {
        return Stream.of(
                arguments("true", true), arguments("false", false), arguments("null", null), arguments("42", 42L),
                arguments("-1", -1L), arguments("9223372036854775807", Long.MAX_VALUE), arguments("2.5", 2.5),
                arguments("\"\\u041f\\u0440 \\u0026 \\\"x\\\" \\/\"", "Пр & \"x\" /"), arguments("\"\"", ""),
                arguments("[]", List.of()), arguments("{}", Map.of()),
                arguments("[1,\"a\",null]", Arrays.asList(1L, "a", null)),
                arguments("{\"a\":{\"b\":[1.5,{\"c\":false}]}}", Map.of("a", Map.of("b", List.of(1.5, Map.of("c", false))))));
    }

    @ParameterizedTest
    @MethodSource("results")
    void aResultBecomesPlainJavaValues(String json, Object expected) {
        portal.fail("server.time", Fault.answer(200, "application/json", "{\"result\":" + json + ",\"time\":{\"start\":1.5}}"));

        assertEquals(expected, result("bitrix24-im:call?method=server.time", null, Map.of()));
    }

    @Test
    void whatStandsAroundTheResultDoesNotMatter() {
        portal.fail("server.time", Fault.answer(200, "text/html",
                " {\"next\":50,\"time\":[],\"total\":2,\"result\":[1,2],\"more\":{\"error\":1}} "));

        assertEquals(List.of(1L, 2L), result("bitrix24-im:call?method=server.time", null, Map.of()));
    }

    @Test
    void mapsKeepTheOrderOfThePortal() {
        portal.fail("server.time", Fault.answer(200, "application/json", "{\"result\":{\"z\":1,\"a\":2,\"m\":3}}"));

        Map<?, ?> result = assertInstanceOf(Map.class, result("bitrix24-im:call?method=server.time", null, Map.of()));

        assertEquals("[z, a, m]", result.keySet().toString());
    }

    @Test
    void aMessageIsPostedWithEveryCharacterAsItWas() {
        String text = "Привет & <b>\"жирный\"</b> 'x' 👍";

        Object id = result("bitrix24-im:call?method=im.message.add", Map.of("DIALOG_ID", "chat5", "MESSAGE", text), Map.of());

        assertEquals(text, portal.sent().get(0).text());
        assertEquals(portal.sent().get(0).id(), id);
    }

    @Test
    void theProfileIsReadAsTheUserOfTheCredentials() {
        Map<?, ?> profile = assertInstanceOf(Map.class, result("bitrix24-im:call?method=profile", null, Map.of()));

        assertEquals("7", profile.get("ID"));
    }
}

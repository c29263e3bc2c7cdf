package io.github.camelbitrix24.im;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever the body of a call is, the portal gets a JSON object with the same content, or nothing at all. */
class CallBodyTest extends ProducerTest {

    private static final String CALL = "bitrix24-im:call?method=server.time";
    private static final String TEXT = "Привет & <b> \"quoted\" 'x' 👍";
    private static final String JSON = "{\"DIALOG_ID\":\"chat5\",\"nested\":{\"list\":[1,2.5,null,true],\"text\":\"ü\"}}";
    private static final Map<String, Object> AS_MAP = Map.of("DIALOG_ID", "chat5",
            "nested", Map.of("list", Arrays.asList(1, 2.5, null, true), "text", "ü"));

    @Test
    void aMapIsSentWithItsValues() {
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("text", TEXT);
        params.put("empty", Map.of());
        params.put("nothing", null);
        params.put("big", Long.MAX_VALUE);
        params.put("list", List.of("a", 1L));

        result(CALL, params, Map.of());

        assertEquals(TEXT, onlyCall().param("text"));
        assertEquals(Long.MAX_VALUE, onlyCall().param("big"));
        assertEquals(List.of("a", 1), onlyCall().param("list"));
        assertTrue(onlyCall().params().containsKey("nothing"));
        assertTrue(onlyCall().body().contains("\"empty\":{}"), onlyCall().body());
    }

    @Test
    void jsonIsSentFromTextBytesStreamsAndTrees() throws Exception {
        byte[] bytes = JSON.getBytes(StandardCharsets.UTF_8);
        List<Object> bodies = List.of(JSON, " \n" + JSON + " ", bytes, new ByteArrayInputStream(bytes),
                new InputStreamCache(bytes), JsonNodeFactory.instance.objectNode().put("DIALOG_ID", "chat5")
                        .set("nested", new ObjectMapper().readTree(JSON).path("nested")));

        bodies.forEach(body -> result(CALL, body, Map.of()));

        assertEquals(bodies.size(), portal.calls().size());
        portal.calls().forEach(call -> assertEquals(AS_MAP, call.params()));
    }

    @Test
    void aBeanIsSentByItsGetters() {
        result(CALL, new Order(4417, TEXT), Map.of());

        assertEquals(Map.of("number", 4417, "text", TEXT, "due", "2026-08-21", "placed", "2026-08-21T14:05:03+03:00",
                "at", "2026-08-21T11:05:03Z", "lines", List.of(Map.of("sku", "a"))), onlyCall().params());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "\n\t" })
    void nothingIsSentAsAnEmptyObject(String body) {
        result(CALL, body, Map.of());

        assertEquals("{}", onlyCall().body());
    }

    @Test
    void emptyBytesAndStreamsAreNothingToo() {
        result(CALL, new byte[0], Map.of());
        result(CALL, InputStream.nullInputStream(), Map.of());

        assertEquals(List.of("{}", "{}"), portal.calls().stream().map(call -> call.body()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "hello", "[1,2]", "\"text\"", "42", "null", "true", "{", "{\"a\":1", "{\"a\":}", "{'a':1}", "{a:1}",
            "DIALOG_ID=chat5&MESSAGE=x", "<xml/>", "{\"a\":1,}" })
    void whatIsNoJsonObjectIsRefused(String body) {
        String why = whyNothingIsSent(CALL, body, Map.of());

        assertTrue(why.contains("The body of a call must be its parameters"), why);
        assertNotNull(send(CALL, body.getBytes(StandardCharsets.UTF_8), Map.of()).getException());
        assertEquals(List.of(), portal.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"a\":1}{\"b\":2}", "{\"a\":1} trailing" })
    void whatFollowsTheObjectIsNotDropped(String body) {
        String why = whyNothingIsSent(CALL, body, Map.of());

        assertTrue(why.contains("The body of a call must be its parameters"), why);
    }

    @Test
    void theCharacterSetOfTheExchangeDoesNotSpoilText() {
        result(CALL, JSON, Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"));

        assertEquals(AS_MAP, onlyCall().params());
    }

    @Test
    void otherValuesThatAreNoObjectsAreRefused() {
        for (Object body : List.of(42, List.of("a"), new String[] { "a" }, true, new Unreadable())) {
            String why = whyNothingIsSent(CALL, body, Map.of());
            assertTrue(why.contains("The body of a call must be its parameters"), why);
        }
    }

    @Test
    void aFileIsSentByItsContent(@TempDir Path directory) throws Exception {
        Files.writeString(directory.resolve("params.json"), JSON);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("file:" + directory + "?noop=true&initialDelay=0").to(CALL);
            }
        });

        portal.await(p -> !p.calls().isEmpty(), SOON);

        assertEquals(AS_MAP, onlyCall().params());
    }

    private record Order(int number, String text) {

        public LocalDate getDue() {
            return LocalDate.of(2026, 8, 21);
        }

        public OffsetDateTime getPlaced() {
            return OffsetDateTime.parse("2026-08-21T14:05:03+03:00");
        }

        public Instant getAt() {
            return getPlaced().toInstant();
        }

        public List<Map<String, String>> getLines() {
            return List.of(Map.of("sku", "a"));
        }
    }

    private static final class Unreadable {

        public String getValue() {
            throw new IllegalStateException("on purpose");
        }
    }
}

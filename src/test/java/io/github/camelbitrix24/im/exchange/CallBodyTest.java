package io.github.camelbitrix24.im.exchange;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
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
import java.util.function.Function;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.ProducerTest;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Object> carriers() {
        return Stream
                .<Function<byte[], Object>> of(bytes -> bytes, ByteArrayInputStream::new, InputStreamCache::new,
                        ByteBuffer::wrap)
                .map(Function.class::cast);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void bytesAreReadAlikeWhateverCarriesThem(Function<byte[], Object> carrier) {
        Map<String, Object> latin = Map.of(Exchange.CHARSET_NAME, "ISO-8859-1");
        Map<String, Object> latinType = Map.of(Exchange.CONTENT_TYPE, "application/json; charset=\"windows-1252\"");
        Map<String, Object> utf16 = Map.of(Exchange.CHARSET_NAME, "UTF-16");

        result(CALL, carrier.apply(JSON.getBytes(StandardCharsets.UTF_8)), Map.of());
        result(CALL, carrier.apply(("\ufeff" + JSON).getBytes(StandardCharsets.UTF_8)), Map.of());
        result(CALL, carrier.apply(("\ufeff" + JSON).getBytes(StandardCharsets.UTF_8)), Map.of(Exchange.CHARSET_NAME, "UTF-8"));
        result(CALL, carrier.apply(JSON.getBytes(StandardCharsets.ISO_8859_1)), latin);
        result(CALL, carrier.apply(JSON.getBytes(StandardCharsets.ISO_8859_1)), latinType);
        result(CALL, carrier.apply(JSON.getBytes(StandardCharsets.UTF_16)), utf16);
        result(CALL, carrier.apply(JSON.getBytes(StandardCharsets.UTF_16)), Map.of());
        result(CALL, carrier.apply(JSON.getBytes(StandardCharsets.UTF_16LE)), Map.of());

        assertEquals(8, portal.calls().size());
        portal.calls().forEach(call -> assertEquals(AS_MAP, call.params()));
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void bytesThatAreNotWhatTheySayAreRefused(Function<byte[], Object> carrier) {
        byte[] latin = JSON.getBytes(StandardCharsets.ISO_8859_1);
        String why = whyNothingIsSent(CALL, carrier.apply(latin), Map.of(Exchange.CHARSET_NAME, "UTF-8"));
        assertTrue(why.contains(Exchange.CHARSET_NAME), why);
        why = whyNothingIsSent(CALL, carrier.apply(latin), Map.of(Exchange.CHARSET_NAME, "no-such-charset"));
        assertTrue(why.contains(Exchange.CHARSET_NAME), why);
        why = whyNothingIsSent(CALL, carrier.apply(latin), Map.of());
        assertTrue(why.contains("The body of a call must be its parameters"), why);
    }

    @Test
    void aByteOrderMarkBeforeATextIsNoPartOfIt() {
        result(CALL, "\ufeff" + JSON, Map.of());
        result(CALL, new StringReader("\ufeff" + JSON), Map.of());
        result(CALL, "\ufeff", Map.of());

        assertEquals(List.of(AS_MAP, AS_MAP, Map.of()), portal.calls().stream().map(call -> call.params()).toList());
    }

    @Test
    void beansAreWrittenByTheApplicationsMapperAndNothingElseIs() {
        context.getRegistry().bind("mapper", JsonMapper.builder().findAndAddModules().propertyNamingStrategy(
                PropertyNamingStrategies.UPPER_SNAKE_CASE).serializationInclusion(JsonInclude.Include.NON_NULL)
                .enable(SerializationFeature.WRITE_ENUMS_USING_INDEX).build());
        Map<String, Object> params = new LinkedHashMap<>();
        params.put("camelCase", Arrays.asList("a", null));
        params.put("nothing", null);
        params.put("day", LocalDate.of(2026, 8, 21));
        params.put("bean", new Line("x", null));

        result(CALL, params, Map.of());
        result(CALL, new Line("x", 1), Map.of());

        Map<String, Object> expected = new LinkedHashMap<>(params);
        expected.put("day", "2026-08-21");
        expected.put("bean", Map.of("STOCK_NUMBER", "x"));
        assertEquals(expected, portal.calls().get(0).params());
        assertEquals(Map.of("STOCK_NUMBER", "x", "ITEM_COUNT", 1), portal.calls().get(1).params());
    }

    @Test
    void soAreBeansWithinATree() {
        ObjectNode tree = new ObjectMapper().createObjectNode().putPOJO("bean", new Line("x", 1));
        tree.putArray("days").addPOJO(LocalDate.of(2026, 8, 21)).add(5);

        result(CALL, tree, Map.of());

        assertEquals(Map.of("bean", Map.of("stockNumber", "x", "itemCount", 1), "days", List.of("2026-08-21", 5)),
                onlyCall().params());
    }

    @Test
    void whatABeanHasAsJsonIsSentAsJson() {
        result(CALL, new Button("{\"TEXT\": \"\\ud83d \ud83d\", \"LINE\": [1]}"), Map.of());

        assertEquals(Map.of("button", Map.of("TEXT", "\ufffd \ufffd", "LINE", List.of(1))), onlyCall().params());
    }

    @ParameterizedTest
    @ValueSource(strings = { "[TEXT]", "{", "\"", "{} {}", "1]" })
    void whatABeanHasAsJsonAndIsNoneIsRefused(String json) {
        String why = whyNothingIsSent(CALL, new Button(json), Map.of());

        assertTrue(why.contains("cannot be written as JSON"), why);
    }

    record Button(@JsonRawValue String button) {
    }

    @Test
    void mappersThatCannotBeChosenBetweenOrWriteNoJsonAreNotUsed() {
        context.getRegistry().bind("one", new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        context.getRegistry().bind("other", new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));

        result(CALL, new Line("x", 1), Map.of());

        assertEquals(Map.of("stockNumber", "x", "itemCount", 1), onlyCall().params());
    }

    @Test
    void valuesThatHoldThemselvesAreRefused() {
        Map<String, Object> endless = new LinkedHashMap<>();
        endless.put("again", List.of(endless));

        String why = whyNothingIsSent(CALL, endless, Map.of());

        assertTrue(why.contains("The body of a call must be its parameters"), why);
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
        RouteBuilder.addRoutes(context, r -> r.from("file:" + directory + "?noop=true&initialDelay=0").to(CALL));

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

    @Test
    void aFileIsReadInTheCharsetOfItsEndpointOrTheOneItIsIn(@TempDir Path directory) throws Exception {
        Path latin = Files.createDirectory(directory.resolve("latin"));
        Path marked = Files.createDirectory(directory.resolve("marked"));
        Files.write(latin.resolve("params.json"), JSON.getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(marked.resolve("params.json"), "\ufeff" + JSON);
        RouteBuilder.addRoutes(context, r -> {
            r.from("file:" + latin + "?noop=true&initialDelay=0&charset=ISO-8859-1").to(CALL);
            r.from("file:" + marked + "?noop=true&initialDelay=0").to(CALL);
        });
        result(CALL, latin.resolve("params.json").toFile(), Map.of(Exchange.CHARSET_NAME, "ISO-8859-1"));

        portal.await(p -> p.calls().size() == 3, SOON);

        portal.calls().forEach(call -> assertEquals(AS_MAP, call.params()));
    }

    public record Line(String stockNumber, Integer itemCount) {
    }

    private static final class Unreadable {

        public String getValue() {
            throw new IllegalStateException("on purpose");
        }
    }
}

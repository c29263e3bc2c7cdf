package io.github.camelbitrix24.im;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SendProducerTest extends ProducerTest {

    private static final String TO_CHAT5 = "bitrix24-im:send?dialogId=chat5";

    @ParameterizedTest
    @ValueSource(strings = {
            "hello", "Привет, как дела?", "&<>\"'/\\", "<b>x</b> & \"y\" 'z'", "👍🏽 👨‍👩‍👧 \uD83D\uDCCE", "{\"a\":[1]}",
            "null", "[]",
            "first\nsecond\r\n\tthird", "\u00a0\u2028\u0007", " blanks around ", "日本語 العربية ไทย", "[B]bold[/B]", "%20+&a=b",
            "\\u0041", "0", "true" })
    void theTextArrivesUnchanged(String text) {
        Object id = result(TO_CHAT5, text, Map.of());

        assertInstanceOf(Long.class, id);
        assertEquals(1, portal.sent().size());
        assertEquals(text, portal.sent().get(0).text());
        assertEquals("chat5", portal.sent().get(0).dialogId());
        assertEquals(7, portal.sent().get(0).userId());
        assertEquals(portal.sent().get(0).id(), id);
        assertEquals("im.message.add", onlyCall().method());
    }

    @Test
    void theDialogIsThatOfTheHeaderWhereTheStepNamesNone() {
        portal.chat("chat6").members(7, 12);

        result("bitrix24-im:send", "to the other", Map.of(Bitrix24ImConstants.DIALOG_ID, "chat6"));
        result("bitrix24-im:send", "to a person", Map.of(Bitrix24ImConstants.DIALOG_ID, "12"));
        result("bitrix24-im:send", "by number", Map.of(Bitrix24ImConstants.DIALOG_ID, 12L));

        assertEquals(List.of("chat6", "12", "12"), portal.sent().stream().map(sent -> sent.dialogId()).toList());
    }

    @Test
    void bodiesThatCamelTurnsIntoTextAreSent() {
        byte[] text = "Grüße 📎".getBytes(StandardCharsets.UTF_8);

        result(TO_CHAT5, new StringBuilder("Grüße 📎"), Map.of());
        result(TO_CHAT5, text, Map.of());
        result(TO_CHAT5, new ByteArrayInputStream(text), Map.of());
        result(TO_CHAT5, new InputStreamCache(text), Map.of());
        result(TO_CHAT5, new StringReader("Grüße 📎"), Map.of());
        result(TO_CHAT5, ByteBuffer.wrap(text), Map.of());
        result(TO_CHAT5, TextNode.valueOf("Grüße 📎"), Map.of());
        result(TO_CHAT5, "\ufeffGrüße 📎", Map.of());
        result(TO_CHAT5, ("\ufeffGrüße 📎").getBytes(StandardCharsets.UTF_8), Map.of());
        assertEquals(Collections.nCopies(9, "Grüße 📎"), portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @Test
    void valuesThatStandForTheirTextAreSent() {
        UUID id = UUID.randomUUID();
        List<Object> values = List.of(4417, 2.5, true, 'x', LocalDate.of(2026, 8, 21), Duration.ofMinutes(5), id,
                URI.create("https://acme.example/"), Thread.State.NEW, new AtomicInteger(5));

        values.forEach(value -> result(TO_CHAT5, value, Map.of()));

        assertEquals(values.stream().map(Object::toString).toList(), portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @Test
    void aNodeOfATreeIsSentByItsValue() {
        List<JsonNode> values = List.of(TextNode.valueOf("5 > 4 \"and\" so on"), JsonNodeFactory.instance.numberNode(4417),
                JsonNodeFactory.instance.booleanNode(true));

        values.forEach(value -> result(TO_CHAT5, value, Map.of()));

        assertEquals(List.of("5 > 4 \"and\" so on", "4417", "true"),
                portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @Test
    void aFileIsSentByItsContent(@TempDir Path directory) throws Exception {
        Files.write(directory.resolve("text.txt"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));
        RouteBuilder.addRoutes(context,
                r -> r.from("file:" + directory + "?noop=true&initialDelay=0&charset=ISO-8859-1").to(TO_CHAT5));

        portal.await(p -> !p.sent().isEmpty(), SOON);

        assertEquals("Grüße", portal.sent().get(0).text());
    }

    @Test
    void aNullOfATreeIsNoText() {
        assertTrue(whyNothingIsSent(TO_CHAT5, JsonNodeFactory.instance.nullNode(), Map.of()).contains("No text to send"));
    }

    static Stream<Arguments> bodiesThatAreNoText() {
        List<Object> bodies = List.of(Map.of("a", 1), Map.of(), List.of("a"), Set.of(), new String[] { "a" }, new int[] { 1 },
                new Object(),
                new Order(4417), Optional.of("a"), new IllegalStateException("a"), JsonNodeFactory.instance.objectNode(),
                JsonNodeFactory.instance.arrayNode().add(1), JsonNodeFactory.instance.pojoNode(new Order(4417)),
                new AtomicReference<>("a"), Map.entry("a", "b"));
        return bodies.stream().map(body -> Arguments.of(new Object[] { body }));
    }

    @ParameterizedTest
    @MethodSource("bodiesThatAreNoText")
    void whatIsNoTextIsRefusedWithWhatToDo(Object body) {
        String why = whyNothingIsSent(TO_CHAT5, body, Map.of());

        assertTrue(why.contains("which is no text") && why.contains("setBody"), why);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "${body}", "${body.message}", "${body.chat}", "${body.user}", "${body.data}", "${body.message.params}" })
    void anEventOrAPartOfItThatWasLeftAsTheBodyIsRefused(String body) throws Exception {
        reader.subscribed();
        List<String> whys = new CopyOnWriteArrayList<>();
        RouteBuilder.addRoutes(context, r -> {
            r.onException(Exception.class).handled(true).process(e -> whys.add(
                    e.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class).getMessage()));
            r.from("bitrix24-im:events?" + FAST).setBody().language("simple", body).to("bitrix24-im:send");
        });
        portal.user(12).says("chat5", "hello");

        await("a failure", () -> whys.size() == 1);
        assertTrue(whys.get(0).contains("No text to send") && whys.get(0).contains("setBody"), whys.get(0));
        assertEquals(List.of(), portal.sent());
    }

    private record Order(int number) {
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " ", "\n\t " })
    void anEmptyTextIsRefused(String text) {
        String why = whyNothingIsSent(TO_CHAT5, text, Map.of());

        assertTrue(why.contains("No text to send"), why);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", " " })
    void aMissingDialogIsRefusedWithWhereToNameIt(String dialog) {
        Map<String, Object> headers = dialog == null ? Map.of() : Map.of(Bitrix24ImConstants.DIALOG_ID, dialog);

        String why = whyNothingIsSent("bitrix24-im:send", "hello", headers);

        assertTrue(why.contains(Bitrix24ImConstants.DIALOG_ID) && why.contains("dialogId"), why);
    }

    @Test
    void theLongestTextThatThePortalKeepsIsSentAndALongerOneIsRefused() {
        String longest = "ж".repeat(20_000);

        String why = whyNothingIsSent(TO_CHAT5, longest + "!", Map.of());
        assertTrue(why.contains("20001 characters"), why);

        result(TO_CHAT5, longest, Map.of());
        assertEquals(longest, portal.sent().get(0).text());
    }

    @Test
    void aCharacterIsOneHoweverManyUnitsJavaNeedsForIt() {
        String longest = "👍".repeat(20_000);

        String why = whyNothingIsSent(TO_CHAT5, longest + "👍", Map.of());
        assertTrue(why.contains("20001 characters"), why);

        result(TO_CHAT5, longest, Map.of());
        assertEquals(longest, portal.sent().get(0).text());
    }

    @Test
    void theEchoOfWhatWasSentHasTheIdThatWasReturned() {
        reader.subscribed();

        Object id = result(TO_CHAT5, "hello", Map.of());

        assertEquals(List.of(id), portal.chat("chat5").messages());
        assertEquals(1, portal.pending(7).size());
    }

    @Test
    void headersOfTheMessageStayAndTheIdOfWhatWasSentJoinsThem() {
        var exchange = send(TO_CHAT5, "hello", Map.of("order", "4417", Bitrix24ImConstants.CHAT_ID, 5L));

        assertEquals(Map.of("order", "4417", Bitrix24ImConstants.CHAT_ID, 5L,
                Bitrix24ImConstants.SENT_MESSAGE_ID, exchange.getMessage().getBody()), exchange.getMessage().getHeaders());
    }
}

package io.github.camelbitrix24.im.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.ImChat;
import io.github.camelbitrix24.im.event.ImMessage;
import io.github.camelbitrix24.im.event.ImUser;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.jackson.JacksonConstants;
import org.apache.camel.component.jackson.JacksonDataFormat;
import org.apache.camel.model.dataformat.JsonLibrary;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Camel's JSON data format on events, their parts and results: the portal's own JSON, there and back. */
class JacksonDataFormatTest extends RouteTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA
            = "{\"message\":{\"id\":77,\"chatId\":5,\"authorId\":12,\"date\":\"2026-08-21T14:05:03+03:00\","
              + "\"text\":\"\\u0436\\/ 1\",\"params\":{\"N\":1.50,\"FILE_ID\":[\"4411\"]}},"
              + "\"chat\":{\"id\":5,\"dialogId\":\"chat5\"},\"user\":{\"id\":12,\"phones\":false},\"x\":1,\"x\":2}";

    private final List<Object> before = new CopyOnWriteArrayList<>();
    private final List<Object> after = new CopyOnWriteArrayList<>();

    @BeforeEach
    void record() {
        reader.subscribed();
        portal.record(7, "ONIMV2MESSAGEADD", DATA);
    }

    private Bitrix24ImEvent event() {
        return assertInstanceOf(Bitrix24ImEvent.class, before.get(0));
    }

    private String result() {
        await("a result", () -> !after.isEmpty());
        return context.getTypeConverter().convertTo(String.class, after.get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "json: {}", "json:\n            library: Jackson", "json:\n            prettyPrint: true",
            "json:\n            library: Jackson\n            autoDiscoverObjectMapper: true" })
    void aYamlRouteMarshalsTheEventAsThePortalSentIt(String format) throws Exception {
        context.getRegistry().bind("before", (Processor) e -> before.add(e.getMessage().getBody()));
        context.getRegistry().bind("after", (Processor) e -> after.add(e.getMessage().getBody()));
        yaml("""
                - route:
                    from:
                      uri: "bitrix24-im:events?%s"
                      steps:
                        - process:
                            ref: before
                        - marshal:
                            %s
                        - convertBodyTo:
                            type: "byte[]"
                        - process:
                            ref: after
                """.formatted(FAST, format.replace("\n", "\n                ")));

        await("a result", () -> !after.isEmpty());
        awaitAcknowledged();
        assertArrayEquals(event().toByteArray(), assertInstanceOf(byte[].class, after.get(0)));
        assertTrue(result().contains("\"text\":\"\\u0436\\/ 1\",\"params\":{\"N\":1.50,"), this::result);
    }

    private void run(LambdaRouteBuilder routes) throws Exception {
        routes(routes);
        await("a result", () -> !after.isEmpty());
        awaitAcknowledged();
    }

    @Test
    void aBatchIsAnArrayOfItsEvents() throws Exception {
        portal.record(7, "ONIMV2SOMETHING", "[]");
        run(r -> r.from("bitrix24-im:events?batching=true&" + FAST)
                .process(e -> before.addAll(e.getMessage().getBody(List.class)))
                .marshal().json(JsonLibrary.Jackson).process(e -> after.add(e.getMessage().getBody())));

        assertEquals("[" + event().getJson() + "," + ((Bitrix24ImEvent) before.get(1)).getJson() + "]", result());
    }

    @ParameterizedTest
    @ValueSource(strings = { "message", "chat", "user" })
    void aPartOfAnEventIsThePortalsObject(String part) throws Exception {
        run(r -> r.from("bitrix24-im:events?" + FAST).process(e -> before.add(e.getMessage().getBody()))
                .setBody().simple("${body." + part + "}").marshal().json()
                .process(e -> after.add(e.getMessage().getBody())));

        assertEquals(JSON.readTree(DATA).path(part), JSON.readTree(result()));
    }

    @Test
    void whatThePortalDidNotSendIsNull() throws Exception {
        portal.record(7, "ONIMV2SOMETHING", "{\"chat\":[]}");
        run(r -> r.from("bitrix24-im:events?eventTypes=ONIMV2SOMETHING&" + FAST).process(e -> {
            Bitrix24ImEvent event = e.getMessage().getBody(Bitrix24ImEvent.class);
            e.getMessage().setBody(Map.of("m", event.getMessage(), "c", event.getChat()));
        }).marshal().json().process(e -> after.add(e.getMessage().getBody())));

        assertEquals(JSON.readTree("{\"m\":null,\"c\":[]}"), JSON.readTree(result()));
    }

    @Test
    void anEventComesBackFromItsJson() throws Exception {
        run(r -> r.from("bitrix24-im:events?" + FAST).process(e -> before.add(e.getMessage().getBody()))
                .marshal().json().unmarshal(new JacksonDataFormat(Bitrix24ImEvent.class))
                .process(e -> after.add(e.getMessage().getBody())));

        Bitrix24ImEvent read = assertInstanceOf(Bitrix24ImEvent.class, after.get(0));
        assertEquals(event().getId(), read.getId());
        assertEquals(event().getDate(), read.getDate());
        assertEquals(event().getUserId(), read.getUserId());
        assertEquals(event().getDialogId(), read.getDialogId());
        assertEquals("ж/ 1", read.getMessage().getText());
        assertEquals(event().toJsonNode(), read.toJsonNode());
        assertTrue(read.getJson().contains("1.50"), read::getJson);
    }

    @Test
    void partsComeBackFromTheirJson() throws Exception {
        context.start();
        JsonNode data = JSON.readTree(DATA);
        ImMessage message = unmarshal(ImMessage.class, data.path("message"));
        ImChat chat = unmarshal(ImChat.class, data.path("chat"));
        ImUser user = unmarshal(ImUser.class, data.path("user"));

        assertEquals("ж/ 1", message.getText());
        assertEquals(List.of(4411L), message.getFileIds());
        assertEquals("2026-08-21T14:05:03+03:00", message.getDate().toString());
        assertEquals("chat5", chat.getDialogId());
        assertEquals(12L, user.getId());
    }

    private <T> T unmarshal(Class<T> type, JsonNode json) throws Exception {
        RouteBuilder.addRoutes(context,
                r -> r.from("direct:" + type.getSimpleName()).unmarshal().json(JsonLibrary.Jackson, type));
        return type.cast(template.requestBody("direct:" + type.getSimpleName(), json.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "[]", "\"text\"", "{\"eventId\":\"x\"}", "{\"id\":5}" })
    void whatIsNoEventIsRefused(String json) throws Exception {
        RouteBuilder.addRoutes(context, r -> r.from("direct:in").unmarshal().json(JsonLibrary.Jackson, Bitrix24ImEvent.class));
        context.start();
        Exchange exchange = template.request("direct:in", e -> e.getMessage().setBody(json));

        assertTrue(exchange.getException().getMessage().contains("eventId"), exchange.getException()::getMessage);
    }

    @Test
    void settingsOfTheApplicationsMapperDoNotChangeWhatThePortalSent() throws Exception {
        context.getRegistry().bind("mapper", new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT)
                .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE));
        JacksonDataFormat format = new JacksonDataFormat();
        format.setAutoDiscoverObjectMapper(true);
        run(r -> r.from("bitrix24-im:events?" + FAST).process(e -> before.add(e.getMessage().getBody())).marshal(format)
                .process(e -> after.add(e.getMessage().getBody())));

        assertEquals(event().getJson(), result());
    }

    @Test
    void resultsAreMarshalledAndComeBack() throws Exception {
        RouteBuilder.addRoutes(context,
                r -> r.from("direct:in").to("bitrix24-im:call?method=profile").marshal().json().unmarshal().json());
        context.start();
        Map<?, ?> profile = template.requestBody("direct:in", null, Map.class);

        assertEquals("7", String.valueOf(profile.get("ID")));
    }

    public record Profile(long id, String name) {
    }

    @Test
    void resultsBecomeWhatCamelsConvertersKnow() throws Exception {
        context.getGlobalOptions().put(JacksonConstants.ENABLE_TYPE_CONVERTER, "true");
        context.getGlobalOptions().put(JacksonConstants.TYPE_CONVERTER_TO_POJO, "true");
        RouteBuilder.addRoutes(context, r -> {
            r.from("direct:node").to("bitrix24-im:call?method=profile").convertBodyTo(JsonNode.class);
            r.from("direct:list").to("bitrix24-im:call?method=scope").convertBodyTo(JsonNode.class);
            r.from("direct:id").to("bitrix24-im:send?dialogId=chat5").convertBodyTo(JsonNode.class);
            r.from("direct:flag").to("bitrix24-im:subscribe").convertBodyTo(JsonNode.class);
            r.from("direct:pojo").to("bitrix24-im:call?method=profile")
                    .process(e -> e.getMessage().setBody(Map.of("id", 7, "name", "x"))).convertBodyTo(Profile.class);
        });
        context.start();

        assertEquals(7, template.requestBody("direct:node", null, JsonNode.class).path("ID").asInt());
        assertTrue(template.requestBody("direct:list", null, JsonNode.class).isArray());
        assertTrue(template.requestBody("direct:id", "hello", JsonNode.class).isIntegralNumber());
        assertTrue(template.requestBody("direct:flag", null, JsonNode.class).booleanValue());
        assertEquals(new Profile(7, "x"), template.requestBody("direct:pojo", null, Profile.class));
    }

    @Test
    void anEventIsConvertedToABeanOfTheApplication() throws Exception {
        context.start();
        Bitrix24ImEvent event = JSON.readValue("{\"eventId\":5,\"type\":\"X\",\"data\":{\"a\":[1]}}", Bitrix24ImEvent.class);

        assertEquals(Map.of("eventId", 5, "type", "X", "data", Map.of("a", List.of(1))), JSON.convertValue(event, Map.class));
        assertEquals(JSON.readTree(event.getJson()), JSON.valueToTree(event));
        assertEquals("{\"e\":" + event.getJson() + "}",
                new String(JSON.writeValueAsBytes(Map.of("e", event)), StandardCharsets.UTF_8));
    }
}

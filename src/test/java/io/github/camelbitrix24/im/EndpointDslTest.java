package io.github.camelbitrix24.im;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.endpoint.StaticEndpointBuilders;
import io.github.camelbitrix24.im.endpoint.dsl.Bitrix24ImEndpointBuilderFactory.AdvancedBitrix24ImEndpointConsumerBuilder;
import io.github.camelbitrix24.im.endpoint.dsl.Bitrix24ImEndpointBuilderFactory.AdvancedBitrix24ImEndpointProducerBuilder;
import io.github.camelbitrix24.im.endpoint.dsl.Bitrix24ImEndpointBuilderFactory.Bitrix24ImBuilders;
import io.github.camelbitrix24.im.endpoint.dsl.Bitrix24ImEndpointBuilderFactory.Bitrix24ImEndpointConsumerBuilder;
import io.github.camelbitrix24.im.endpoint.dsl.Bitrix24ImEndpointBuilderFactory.Bitrix24ImEndpointProducerBuilder;
import io.github.camelbitrix24.im.endpoint.dsl.Bitrix24ImEndpointBuilderFactory.Bitrix24ImHeaderNameBuilder;
import org.apache.camel.builder.endpoint.EndpointRouteBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The typed builders of Camel's Endpoint DSL. */
class EndpointDslTest extends RouteTest {

    private static final String CATALOG = "/META-INF/io/github/camelbitrix24/im/bitrix24-im.json";

    @Test
    void aRouteIsWrittenWithTheBuilders() throws Exception {
        routes(new Answers());

        assertAnswers();
    }

    @Test
    void theStaticBuildersServeAnyRouteBuilder() throws Exception {
        routes(r -> r.from(StaticEndpointBuilders.bitrix24Im("events").credentials("#reader").includeOwn(false).initialDelay(0)
                .delay("100").busyDelay("100").advanced().settleTime(0).getRawUri()).setBody(r.constant("pong"))
                .to(StaticEndpointBuilders.bitrix24Im("send").credentials("#reader").getRawUri()));

        assertAnswers();
    }

    @Test
    void aBeanIsGivenAsItIs() throws Exception {
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration().setCredentials(null);
        WebhookCredentials credentials = new WebhookCredentials(reader.webhook());
        routes(new EndpointRouteBuilder() {
            @Override
            public void configure() {
                from(direct("in")).to(StaticEndpointBuilders.bitrix24Im("send").credentials(credentials).dialogId("chat5"));
            }
        });
        template.sendBody("direct:in", "hello");

        assertEquals("hello", portal.sent().get(0).text());
    }

    @Test
    void anotherComponentOfTheTypeCanBeNamed() throws Exception {
        Bitrix24ImComponent other = new Bitrix24ImComponent();
        other.getConfiguration().setCredentials(new WebhookCredentials(reader.webhook()));
        context.addComponent("acme", other);

        routes(r -> r.from("direct:in").to(StaticEndpointBuilders.bitrix24Im("acme", "send").dialogId("chat5").getRawUri()));
        template.sendBody("direct:in", "hello");

        assertEquals("hello", portal.sent().get(0).text());
    }

    @Test
    void everyOptionOfTheCatalogIsThere() throws IOException {
        Set<String> consumer
                = methods(Bitrix24ImEndpointConsumerBuilder.class, AdvancedBitrix24ImEndpointConsumerBuilder.class);
        Set<String> producer
                = methods(Bitrix24ImEndpointProducerBuilder.class, AdvancedBitrix24ImEndpointProducerBuilder.class);
        int options = 0;
        for (var option : catalog().path("properties").properties()) {
            String label = option.getValue().path("label").asText();
            if (option.getValue().path("kind").asText().equals("parameter")) {
                options++;
                assertEquals(!label.contains("producer"), consumer.contains(option.getKey()), option.getKey() + " in from");
                assertEquals(!label.contains("consumer"), producer.contains(option.getKey()), option.getKey() + " in to");
            }
        }
        assertTrue(options > 50, "options: " + options);
    }

    @Test
    void everyHeaderOfTheCatalogIsThere() throws Exception {
        Set<String> named = new TreeSet<>();
        Bitrix24ImHeaderNameBuilder names = new Bitrix24ImBuilders() {
        }.bitrix24Im();
        for (Method method : Bitrix24ImHeaderNameBuilder.class.getDeclaredMethods()) {
            named.add((String) method.invoke(names));
        }

        Set<String> expected = new TreeSet<>();
        catalog().path("headers").fieldNames().forEachRemaining(expected::add);
        assertFalse(expected.isEmpty());
        assertEquals(expected, named);
    }

    private void assertAnswers() {
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "ping");
        portal.await(p -> !p.sent().isEmpty(), SOON);
        assertEquals("pong", portal.sent().get(0).text());
    }

    private static Set<String> methods(Class<?>... builders) {
        return Arrays.stream(builders).flatMap(builder -> Arrays.stream(builder.getDeclaredMethods())).map(Method::getName)
                .collect(Collectors.toSet());
    }

    private static JsonNode catalog() throws IOException {
        try (InputStream file = EndpointDslTest.class.getResourceAsStream(CATALOG)) {
            return new ObjectMapper().readTree(file);
        }
    }

    /** Takes the builders in beside those of Camel's own components. */
    private static final class Answers extends EndpointRouteBuilder implements Bitrix24ImBuilders {

        @Override
        public void configure() {
            from(bitrix24Im("events").credentials("#reader").includeOwn(false).initialDelay(0).delay(100).busyDelay(100)
                    .advanced().settleTime("0"))
                    .filter(header(bitrix24Im().bitrix24ImChatId()).isNotNull())
                    .setBody(constant("pong")).to(bitrix24Im("send").credentials("#reader"))
                    .to(log("answered").showHeaders(false));
        }
    }
}

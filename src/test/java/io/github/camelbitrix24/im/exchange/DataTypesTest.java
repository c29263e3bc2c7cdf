package io.github.camelbitrix24.im.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.model.RouteDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The data types in routes. */
class DataTypesTest extends RouteTest {

    private static final String JSON = "bitrix24-im:application-json";
    private static final String CLOUD_EVENT = "bitrix24-im:application-cloudevents";
    private static final String BEFORE = "before";

    private final List<Message> results = new CopyOnWriteArrayList<>();

    private interface Steps {
        void add(RouteDefinition route);
    }

    private void transform(String options, Steps steps) throws Exception {
        reader.subscribed();
        routes(r -> {
            r.onException(Exception.class).handled(true).process(exchange -> results.add(exchange.getMessage().copy()));
            RouteDefinition route = r.from("bitrix24-im:events?" + FAST + options);
            route.setProperty(BEFORE, r.body());
            steps.add(route);
            route.process(exchange -> results.add(exchange.getMessage().copy()));
        });
    }

    private Message result() {
        await("a result", () -> !results.isEmpty());
        return results.get(0);
    }

    private Bitrix24ImEvent eventBefore() {
        return result().getExchange().getProperty(BEFORE, Bitrix24ImEvent.class);
    }

    private Throwable failure() {
        return result().getExchange().getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { JSON, CLOUD_EVENT })
    void theBodyIsTheEventAsThePortalSentIt(String dataType) throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD", "{\"message\" : {\"text\":\"\\u0436ж\"}, \"a\":1,\"a\":1.50}");
        transform("", route -> route.transformDataType(dataType));

        byte[] body = assertInstanceOf(byte[].class, result().getBody());
        assertArrayEquals(eventBefore().toByteArray(), body);
        assertTrue(new String(body, StandardCharsets.UTF_8).contains("\\u0436ж\"}, \"a\":1,\"a\":1.50}"));
        assertEquals("application/json", result().getHeader(Exchange.CONTENT_TYPE));
    }

    @Test
    void aCloudEventSaysWhatHappenedWhereAndWhen() throws Exception {
        transform("", route -> route.transformDataType(CLOUD_EVENT));
        portal.user(12).says("chat5", "hello");

        String host = result().getHeader(Bitrix24ImConstants.PORTAL, String.class);
        assertEquals("1.0", result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_VERSION));
        assertEquals(host + "/" + eventBefore().getId(), result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID));
        assertEquals("org.apache.camel.event.bitrix24-im.ONIMV2MESSAGEADD",
                result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_TYPE));
        assertEquals("bitrix24-im." + host, result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE));
        assertEquals("chat5", result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT));
        assertEquals(eventBefore().getDate().toInstant().toString(), result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_TIME));
    }

    @Test
    void aCloudEventWithoutADialogHasNoSubjectAndAnIdThatIsSetStays() throws Exception {
        portal.record(7, "ONIMV2SOMETHING", "[]");
        transform("", route -> route.setHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID).constant("mine")
                .removeHeader(Bitrix24ImConstants.PORTAL).transformDataType(CLOUD_EVENT));

        assertFalse(result().getHeaders().containsKey(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT));
        assertEquals("mine", result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_ID));
        assertEquals("bitrix24-im", result().getHeader(CloudEvent.CAMEL_CLOUD_EVENT_SOURCE));
    }

    @Test
    void aBatchIsAJsonArray() throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD", "{\"n\":1}");
        portal.record(7, "ONIMV2MESSAGEADD", "{\"n\":2}");
        transform("&batching=true", route -> route.transformDataType(JSON));

        List<?> events = result().getExchange().getProperty(BEFORE, List.class);
        assertEquals(
                "[" + ((Bitrix24ImEvent) events.get(0)).getJson() + "," + ((Bitrix24ImEvent) events.get(1)).getJson() + "]",
                result().getBody(String.class));
    }

    @Test
    void aBatchIsNoCloudEvent() throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD", "{}");
        transform("&batching=true", route -> route.transformDataType(CLOUD_EVENT));

        RuntimeExchangeException why = assertInstanceOf(RuntimeExchangeException.class, failure());
        assertTrue(why.getMessage().contains("a list of 1: leave the option batching off, or split"), why.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = { JSON, CLOUD_EVENT })
    void whatIsNoEventIsRefused(String dataType) throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD", "{}");
        transform("", route -> route.setBody().constant("text").transformDataType(dataType));

        RuntimeExchangeException why = assertInstanceOf(RuntimeExchangeException.class, failure());
        assertTrue(why.getMessage().startsWith("The data type " + dataType + " "), why.getMessage());
        assertTrue(why.getMessage().contains("the body is a java.lang.String"), why.getMessage());
    }
}

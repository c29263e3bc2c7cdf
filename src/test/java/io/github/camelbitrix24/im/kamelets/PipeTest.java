package io.github.camelbitrix24.im.kamelets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.camel.Exchange;
import org.apache.camel.cloudevents.CloudEvent;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The kamelets and the data types in the pipe and in the route that the page on kamelets shows. */
class PipeTest extends KameletTest {

    private static final Pattern PIPE = Pattern.compile("```yaml\n(apiVersion.+?)```", Pattern.DOTALL);
    private static final Pattern ROUTE = Pattern.compile("```yaml\n(- route:\n    id: to-cloud-events.+?)```", Pattern.DOTALL);

    private final List<Map<String, Object>> headers = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    static List<String> names() {
        return List.of("to-cloud-events.pipe.yaml", "to-cloud-events.camel.yaml");
    }

    @ParameterizedTest
    @MethodSource("names")
    void eventsComeAsCloudEvents(String name) throws Exception {
        configureComponent();
        camel.addInitialProperty("chat.sink", "direct:out");
        start(r -> r.from("direct:out").process(exchange -> {
            headers.add(Map.copyOf(exchange.getMessage().getHeaders()));
            bodies.add(exchange.getMessage().getBody(String.class));
        }));
        PluginHelper.getRoutesLoader(camel.getCamelContext())
                .loadRoutes(ResourceHelper.fromString(name, shown(name.contains("pipe") ? PIPE : ROUTE)));
        portal.await(p -> p.subscribed(7), SOON);

        portal.user(12).says("chat5", "hello");

        awaitAllAcknowledged();
        assertEquals("chat5", headers.get(0).get(CloudEvent.CAMEL_CLOUD_EVENT_SUBJECT));
        assertEquals("application/json", headers.get(0).get(Exchange.CONTENT_TYPE));
        assertTrue(bodies.get(0).contains("\"hello\""), bodies.get(0));
    }

    private static String shown(Pattern what) throws IOException {
        Matcher pipe = what.matcher(Files.readString(Path.of("docs/kamelets.md")));
        assertTrue(pipe.find());
        return pipe.group(1);
    }

    @Test
    void theDataTypesThatKameletsNameAreThere() throws Exception {
        camel.start();

        List<String> own = KameletFile.all()
                .flatMap(kamelet -> kamelet.yaml().at("/spec/dataTypes").findValuesAsText("format").stream())
                .filter(format -> format.startsWith("bitrix24-im:")).toList();

        assertEquals(2, own.size());
        own.forEach(format -> assertNotNull(camel.getCamelContext().resolveTransformer(format), format));
    }
}

package io.github.camelbitrix24.im;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.apache.camel.Processor;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.BeforeEach;

import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * A route whose health is looked at, and whose changes of state are noted.
 */
public abstract class WatchedRouteTest extends RouteTest {

    public static final String GET = "im.v2.Event.get";

    protected final List<Bitrix24ImStateChangedEvent> changes = new CopyOnWriteArrayList<>();

    @BeforeEach
    protected void watch() {
        HealthCheckRegistry registry = HealthCheckRegistry.get(context);
        registry.register(registry.resolveById("consumers"));
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof Bitrix24ImStateChangedEvent change) {
                    changes.add(change);
                }
            }
        });
    }

    protected void hear(String options, Processor work) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + options).routeId("hears").process(work));
    }

    protected Bitrix24ImConsumer eventConsumer() {
        return (Bitrix24ImConsumer) context.getRoute("hears").getConsumer();
    }

    protected List<Bitrix24ImConsumerState> states() {
        return changes.stream().map(Bitrix24ImStateChangedEvent::getNewState).toList();
    }

    protected void awaitState(Bitrix24ImConsumerState state) {
        await(state + " after " + changes, () -> !changes.isEmpty() && changes.get(changes.size() - 1).getNewState() == state);
    }

    protected HealthCheck.Result ready() {
        HealthCheck.Result result = HealthCheckHelper.invoke(
                context, "consumer:hears", Map.of(HealthCheck.CHECK_KIND, HealthCheck.Kind.READINESS)).orElseThrow();
        String secret = reader.webhook().replaceAll(".*/rest/\\d+/([^/]+).*", "$1");
        for (Object shown : List.of(result.getDetails(), result.getMessage(), result.getError())) {
            assertFalse(shown.toString().contains(secret), () -> "shows the secret: " + shown);
            assertFalse(shown.toString().matches("(?s).*https?://[^/ ]+/.*"), () -> "shows a path: " + shown);
        }
        return result;
    }

    protected Object detail(String key) {
        return ready().getDetails().get(key);
    }
}

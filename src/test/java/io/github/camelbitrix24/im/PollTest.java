package io.github.camelbitrix24.im;

import java.util.List;
import java.util.function.BooleanSupplier;

import ch.qos.logback.classic.spi.ILoggingEvent;
import org.apache.camel.health.HealthCheck;
import org.apache.camel.health.HealthCheckHelper;
import org.apache.camel.health.HealthCheckRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A consumer that polls when the test says so, watched by health checks, and for the secret in the log. */
public abstract class PollTest extends RouteTest {

    protected static final String BY_HAND = FAST + "&scheduledExecutorService=#hand";

    protected final ManualScheduler hand = new ManualScheduler();
    protected String secret;
    protected LogWatch log;

    @BeforeEach
    protected void prepare() {
        secret = reader.secret();
        context.getRegistry().bind("hand", hand);
        HealthCheckRegistry health = HealthCheckRegistry.get(context);
        health.register(health.resolveById("consumers"));
        log = LogWatch.ofRunningRoutes();
    }

    @AfterEach
    protected void nothingSecretWasLogged() {
        waitNoLonger();
        context.stop();
        log.close();
        assertEquals("", String.join("\n", log.linesWith(secret)));
    }

    protected void startNoting(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND + options).routeId("events").process(e -> note(e)));
    }

    /** Polls as often as it takes; what came meanwhile is worked on by other threads. */
    protected void pollUntil(String what, BooleanSupplier condition) {
        await(what, () -> {
            if (condition.getAsBoolean()) {
                return true;
            }
            hand.runNext();
            return false;
        });
    }

    protected Bitrix24ImConsumer eventConsumer() {
        return (Bitrix24ImConsumer) context.getRoute("events").getConsumer();
    }

    protected HealthCheck.Result health() {
        List<HealthCheck.Result> results = HealthCheckHelper.invoke(context).stream()
                .filter(result -> result.getCheck().getId().equals("consumer:events")).toList();
        assertEquals(1, results.size());
        return results.get(0);
    }

    /** The only thing that our packages have said since the log was last forgotten. */
    protected ILoggingEvent onlyMessage() {
        List<ILoggingEvent> messages = log.ownMessages();
        assertEquals(1, messages.size(), messages::toString);
        return messages.get(0);
    }
}

package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A Camel context whose component reads as user 7 of an emulated portal.
 */
public abstract class RouteTest extends ContextTest {

    public static final Duration SOON = Duration.ofSeconds(20);
    public static final String QUICK = "initialDelay=0&delay=100&busyDelay=100";
    public static final String FAST = QUICK + "&settleTime=0";

    /** There before the context is made, and until it has stopped. */
    @RegisterExtension
    @Order(0)
    protected final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    protected final List<Long> seen = new CopyOnWriteArrayList<>();
    protected PortalEmulator portal;
    protected EmulatedUser reader;

    @Override
    protected void setupResources() {
        portal = emulator.portal();
        reader = portal.user(7);
        portal.chat("chat5").members(7, 12);
    }

    @Override
    protected void bindToRegistry(Registry registry) throws Exception {
        registry.bind("reader", new WebhookCredentials(reader.webhook()));
    }

    @BeforeEach
    protected void connect() throws Exception {
        // an emulator takes as much as it gets; tests of the budget set it themselves
        configuration().setRequestsPerSecond(0);
        configuration().setCredentials(new WebhookCredentials(reader.webhook()));
    }

    /** Reads with these options, hands each event to the processor, and waits until the portal records for the user. */
    protected void start(String options, Processor work) throws Exception {
        route("bitrix24-im:events?" + options, work);
        portal.await(p -> p.subscribed(7), SOON);
    }

    /** Leaves what a crash leaves: what the route has done is an hour old, and the portal was not told. */
    protected void stopUnacknowledged() throws Exception {
        portal.clock().advance(Duration.ofHours(1));
        try (AutoCloseable outage = portal.outage()) {
            context.getRouteController().stopRoute("events", 1, TimeUnit.SECONDS);
        }
    }

    /** Notes the event's id, as a route's last step. */
    protected void note(Exchange exchange) {
        seen.add(exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, Long.class));
    }

    protected void await(String what, BooleanSupplier condition) {
        Await.until(() -> what + "; seen " + seen.size() + ", " + portal.describe(), condition, SOON);
    }

    protected void awaitAcknowledged() {
        portal.await(p -> p.pending(7).isEmpty() && !p.recorded(7).isEmpty(), SOON);
    }
}

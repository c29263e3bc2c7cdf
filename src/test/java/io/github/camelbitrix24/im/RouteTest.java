package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A Camel context whose component reads as user 7 of an emulated portal.
 */
public abstract class RouteTest {

    public static final Duration SOON = Duration.ofSeconds(20);
    public static final String FAST = "initialDelay=0&delay=100&busyDelay=100&settleTime=0";

    protected final PortalEmulator portal = PortalEmulator.start();
    protected final EmulatedUser reader = portal.user(7);
    protected final CamelContext context = new DefaultCamelContext();
    protected final List<Long> seen = new CopyOnWriteArrayList<>();

    @BeforeEach
    protected void connect() throws Exception {
        context.getRegistry().bind("reader", new WebhookCredentials(reader.webhook()));
        Bitrix24ImComponent component = context.getComponent("bitrix24-im", Bitrix24ImComponent.class);
        // an emulator takes as much as it gets; tests of the budget set it themselves
        component.getConfiguration().setRequestsPerSecond(0);
        component.getConfiguration().setCredentials(new WebhookCredentials(reader.webhook()));
        portal.chat("chat5").members(7, 12);
    }

    @AfterEach
    protected void disconnect() {
        context.stop();
        portal.close();
    }

    protected void routes(RouteBuilder routes) throws Exception {
        context.addRoutes(routes);
        context.start();
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

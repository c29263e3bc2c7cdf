package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.PortalConnections;
import io.github.camelbitrix24.im.rest.RawServer;
import io.github.camelbitrix24.im.rest.RawServerTest;
import io.github.camelbitrix24.im.rest.RequestBody;
import io.github.camelbitrix24.im.rest.TransportOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Connections live for as long as somebody uses them. Endpoints that differ in a timeout stand for those of many
 * portals: they share no connection.
 */
class ConnectionsTest extends RawServerTest {

    private static final String TO = "bitrix24-im:call?method=profile&responseTimeout=${header.timeout}";

    ConnectionsTest() {
        super((request, socket) -> socket.getOutputStream().write(RawServer.json("{\"result\":{\"ID\":\"7\"}}")));
    }

    private void callMany(int cacheSize, int endpoints) throws Exception {
        routes(r -> r.from("direct:call").toD(TO, cacheSize));
        for (int i = 0; i < endpoints; i++) {
            template.sendBodyAndHeader("direct:call", null, "timeout", 10_000 + i);
        }
        assertEquals(endpoints, server.requests().size());
    }

    private void awaitOpen(int connections) {
        Await.until(() -> server.open() + " connections are open instead of " + connections,
                () -> server.open() == connections, RouteTest.SOON);
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void whereNoProducerIsKeptNoConnectionIs() throws Exception {
        callMany(-1, Connections.MOST_UNUSED + 30);
        awaitOpen(0);
    }

    @Test
    void howManyWaitToBeClosedIsBounded() throws Exception {
        callMany(-1, Connections.MOST_UNUSED + 30);
        Await.until(() -> server.open() + " are open", () -> server.open() <= Connections.MOST_UNUSED, RouteTest.SOON);
        assertTrue(server.open() <= Connections.MOST_UNUSED);
    }

    @Test
    void aProducerThatIsEvictedTakesItsConnectionAlong() throws Exception {
        callMany(3, 20);
        awaitOpen(3);
    }

    @Test
    void aRouteThatStopsTakesItsConnectionAlong() throws Exception {
        RouteBuilder.addRoutes(context, r -> {
            r.from("direct:a").routeId("a").to("bitrix24-im:call?method=profile");
            r.from("direct:b").routeId("b").to("bitrix24-im:call?method=profile&responseTimeout=9000");
        });
        context.start();
        template.sendBody("direct:a", null);
        template.sendBody("direct:b", null);
        awaitOpen(2);
        context.getRouteController().stopRoute("a");
        awaitOpen(1);
        context.getRouteController().startRoute("a");
        template.sendBody("direct:a", null);
        awaitOpen(2);
        context.stop();
        awaitOpen(0);
    }

    @Test
    void whoeverIsUsedKeepsHisConnection() throws Exception {
        RouteBuilder.addRoutes(context, r -> r.from("direct:a").to("bitrix24-im:call?method=profile"));
        context.start();
        Portals portals = context.getComponent("bitrix24-im", Bitrix24ImComponent.class).portals();
        for (int i = 0; i < 5; i++) {
            template.sendBody("direct:a", null);
            portals.sweep();
        }
        assertEquals(5, server.requests().size());
        assertEquals(1, server.open());
    }

    @Test
    void whatIsIdleIsClosedThoughItsCallerIsKept() throws Exception {
        TransportOptions options = new TransportOptions(
                PortalAddress.parse(server.url(), false), RouteTest.SOON, RouteTest.SOON, 1 << 20);
        Connections<TransportOptions> connections = new Connections<>(
                key -> new CamelHttpTransport(context, key, null, System::nanoTime), Duration.ZERO);
        connections.start();
        PortalConnections caller = connections.of(options::to);
        caller.begin();
        for (int i = 0; i < 2; i++) {
            assertEquals(200, caller.to(options.address()).post("/rest/profile", RequestBody.of(new byte[0]), null).status());
            connections.sweep();
            awaitOpen(0);
        }
        caller.end();
        connections.stop();
    }

    @Test
    void whoeverCallsAfterTheEndLeavesNothingBehind() throws Exception {
        TransportOptions options = new TransportOptions(
                PortalAddress.parse(server.url(), false), RouteTest.SOON, RouteTest.SOON, 1 << 20);
        Connections<TransportOptions> connections = new Connections<>(
                key -> new CamelHttpTransport(context, key, null, System::nanoTime), RouteTest.SOON);
        connections.start();
        PortalConnections caller = connections.of(options::to);
        caller.begin();
        connections.stop();
        assertEquals(200, caller.to(options.address()).post("/rest/profile", RequestBody.of(new byte[0]), null).status());
        awaitOpen(0);
    }
}

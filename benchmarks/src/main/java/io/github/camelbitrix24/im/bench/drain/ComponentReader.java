package io.github.camelbitrix24.im.bench.drain;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** The component: one route with one processor. */
final class ComponentReader implements Reader {

    private final Main main = new Main();
    private String route;

    @Override
    public void begin(Portal portal, Tally tally) throws Exception {
        if (route == null) {
            main.start();
        }
        route = "drain-" + portal.user();
        main.getCamelContext().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                fromF("bitrix24-im:events?portalUrl=%s&userId=%d&secret=%s&requestsPerSecond=0&limit=1000&initialDelay=0",
                        portal.url(), portal.user(), Portal.SECRET).routeId(route)
                        .process(exchange -> tally.read(
                                exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, Long.class),
                                exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class),
                                exchange.getMessage().getBody(Bitrix24ImEvent.class).getMessage().getText()));
            }
        });
    }

    @Override
    public void finish() throws Exception {
        main.getCamelContext().getRouteController().stopRoute(route);
        main.getCamelContext().removeRoute(route);
    }

    @Override
    public void close() {
        main.stop();
    }
}

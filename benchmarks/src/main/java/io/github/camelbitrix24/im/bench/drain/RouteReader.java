package io.github.camelbitrix24.im.bench.drain;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * What one would write in Camel without the component: a loop over camel-http, Jackson and a split, with expressions of
 * the simple language.
 */
final class RouteReader implements Reader {

    private final Main main = new Main();
    private String route;
    private CountDownLatch empty;

    @Override
    public void begin(Portal portal, Tally tally) throws Exception {
        if (route == null) {
            main.start();
        }
        route = "drain-" + portal.user();
        empty = new CountDownLatch(1);
        main.getCamelContext().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("timer:" + route + "?repeatCount=1&delay=0").routeId(route)
                        .setVariable("offset", constant(1)).setVariable("hasMore", constant(true))
                        .loopDoWhile(variable("hasMore"))
                            .setBody(simple("{\"offset\":${variable.offset},\"limit\":1000}"))
                            .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                            .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                            .to(portal.method("im.v2.Event.get"))
                            .unmarshal().json(Map.class)
                            .setVariable("offset", simple("${body[result][nextOffset]}"))
                            .setVariable("hasMore", simple("${body[result][hasMore]}"))
                            .split(simple("${body[result][events]}")).streaming()
                                .setHeader("EventId", simple("${body[eventId]}"))
                                .setHeader("ChatId", simple("${body[data][message][chatId]}"))
                                .process(exchange -> read(exchange, tally))
                            .end()
                        .end()
                        .process(exchange -> empty.countDown());
            }
        });
    }

    private static void read(Exchange exchange, Tally tally) {
        Map<?, ?> event = exchange.getMessage().getBody(Map.class);
        Map<?, ?> message = (Map<?, ?>) ((Map<?, ?>) event.get("data")).get("message");
        tally.read(exchange.getMessage().getHeader("EventId", Long.class),
                exchange.getMessage().getHeader("ChatId", Long.class), (String) message.get("text"));
    }

    @Override
    public void finish() throws Exception {
        empty.await();
        main.getCamelContext().getRouteController().stopRoute(route);
        main.getCamelContext().removeRoute(route);
    }

    @Override
    public void close() {
        main.stop();
    }
}

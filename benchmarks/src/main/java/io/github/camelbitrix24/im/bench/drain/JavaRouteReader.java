package io.github.camelbitrix24.im.bench.drain;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/**
 * What one would write in Camel without the component: a loop over camel-http, Jackson and a split, with expressions
 * in Java, which Camel evaluates faster than those of its simple language.
 */
final class JavaRouteReader implements Reader {

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
                            .setBody().exchange(exchange -> "{\"offset\":" + exchange.getVariable("offset") + ",\"limit\":1000}")
                            .setHeader(Exchange.HTTP_METHOD, constant("POST"))
                            .setHeader(Exchange.CONTENT_TYPE, constant("application/json"))
                            .to(portal.method("im.v2.Event.get"))
                            .unmarshal().json(Map.class)
                            .setVariable("offset").exchange(exchange -> result(exchange).get("nextOffset"))
                            .setVariable("hasMore").exchange(exchange -> result(exchange).get("hasMore"))
                            .split().exchange(exchange -> result(exchange).get("events")).streaming()
                                .setHeader("EventId").exchange(exchange -> exchange.getMessage().getBody(Map.class).get("eventId"))
                                .setHeader("ChatId").exchange(exchange -> message(exchange).get("chatId"))
                                .process(exchange -> read(exchange, tally))
                            .end()
                        .end()
                        .process(exchange -> empty.countDown());
            }
        });
    }

    private static Map<?, ?> result(Exchange exchange) {
        return (Map<?, ?>) exchange.getMessage().getBody(Map.class).get("result");
    }

    private static Map<?, ?> message(Exchange exchange) {
        return (Map<?, ?>) ((Map<?, ?>) exchange.getMessage().getBody(Map.class).get("data")).get("message");
    }

    private static void read(Exchange exchange, Tally tally) {
        tally.read(exchange.getMessage().getHeader("EventId", Long.class),
                exchange.getMessage().getHeader("ChatId", Long.class), (String) message(exchange).get("text"));
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

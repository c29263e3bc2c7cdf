package io.github.camelbitrix24.im;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.camelbitrix24.im.bench.server.EventStock;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPageReader;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.impl.engine.PooledExchangeFactory;
import org.apache.camel.support.DefaultConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/** Making an exchange of an event, with body and headers, and giving it back, without a route. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ExchangeCreation.EVENTS)
public class ExchangeCreation {

    static final int EVENTS = 1000;

    @Param({ "default", "pooled" })
    public String factory;

    private CamelContext context;
    private DefaultConsumer consumer;
    private List<Bitrix24ImEvent> events;

    @Setup
    public void start() throws Exception {
        context = new DefaultCamelContext();
        if (factory.equals("pooled")) {
            context.getCamelContextExtension().setExchangeFactory(new PooledExchangeFactory());
        }
        context.start();
        // it is never started, so nobody need be at that address
        consumer = (DefaultConsumer) context.getEndpoint(
                "bitrix24-im:events?portalUrl=http://127.0.0.1:9&userId=7&secret=benchmark&autoSubscribe=false")
                .createConsumer(exchange -> {
                });
        consumer.build();
        consumer.init();
        events = read();
    }

    private static List<Bitrix24ImEvent> read() throws IOException {
        byte[] body = EventStock.of(EVENTS, 1, 1).answer(0, EVENTS);
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            return new EventPageReader().read(parser, body).events();
        }
    }

    @TearDown
    public void stop() {
        context.stop();
    }

    @Benchmark
    public void exchange(Blackhole blackhole) {
        EventExchange content = new EventExchange("127.0.0.1:9", 7L);
        for (Bitrix24ImEvent event : events) {
            Exchange exchange = consumer.createExchange(false);
            content.fill(exchange, event);
            content.markAttempt(exchange, 1);
            blackhole.consume(exchange);
            consumer.releaseExchange(exchange, false);
        }
    }
}

package io.github.camelbitrix24.im.bench.parallel;

import java.util.concurrent.locks.LockSupport;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.bench.Options;
import io.github.camelbitrix24.im.bench.measure.Meter;
import io.github.camelbitrix24.im.bench.measure.Reading;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;

/** One process that works through equal queues with different options for concurrency. */
public final class ParallelProcess {

    private final CamelContext context;
    private final String url;
    private final int events;
    private int user;

    private ParallelProcess(CamelContext context, String url, int events) {
        this.context = context;
        this.url = url;
        this.events = events;
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        Main main = new Main();
        main.start();
        ParallelProcess process
                = new ParallelProcess(main.getCamelContext(), options.text("url", null), options.required("events"));
        process.work(16, 0);
        for (String micros : options.list("work", null)) {
            for (String concurrency : options.list("concurrency", null)) {
                System.out.println(process.work(Integer.parseInt(concurrency), Integer.parseInt(micros)));
            }
        }
        main.stop();
    }

    private String work(int concurrency, int micros) throws Exception {
        ChatWatch watch = new ChatWatch(events);
        String route = "user-" + ++user;
        Meter meter = Meter.start();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                fromF("bitrix24-im:events?portalUrl=%s&userId=%d&secret=benchmark&requestsPerSecond=0&initialDelay=0"
                      + "&concurrency=%d",
                        url, user, concurrency).routeId(route).process(exchange -> work(exchange, watch, micros));
            }
        });
        watch.awaitAll();
        Reading reading = meter.stop();
        context.getRouteController().stopRoute(route);
        context.removeRoute(route);
        return String.format("worked work=%d concurrency=%d wall=%.3f cpu=%.3f atOnce=%d violations=%d ceiling=%.2f", micros,
                concurrency, reading.wall(), reading.cpu(), watch.atOnce(), watch.violations(), watch.ceiling());
    }

    private static void work(Exchange exchange, ChatWatch watch, int micros) {
        long chat = exchange.getMessage().getHeader(Bitrix24ImConstants.CHAT_ID, Long.class);
        watch.began(chat, exchange.getMessage().getHeader(Bitrix24ImConstants.EVENT_ID, Long.class));
        long until = System.nanoTime() + micros * 1000L;
        for (long left = micros * 1000L; left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        watch.ended(chat);
    }
}

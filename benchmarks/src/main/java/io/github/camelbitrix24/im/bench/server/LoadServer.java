package io.github.camelbitrix24.im.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelbitrix24.im.bench.Options;

/**
 * A portal that does nothing but hand out events that are ready, so that what is measured is their reader. It says on
 * standard output where it listens, and ends when its standard input does. Under {@code /figures/USER} it tells how
 * often a user has called, and what is acknowledged. With {@code --talkers 1} one user of each hundred talks instead, from
 * {@code /talk/begin} to {@code /talk/end}, and {@code /totals} tells of all users together. All of 127.0.0.0/8 is this
 * machine: each address is a portal of its own.
 */
public final class LoadServer {

    private LoadServer() {
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "50000");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        Options options = new Options(args);
        EventStock stock = EventStock.of(
                options.number("events", 100_000), Double.parseDouble(options.text("skew", "1")), options.number("seed", 1));
        int talkers = options.number("talkers", 0);
        Talk talk = new Talk(Duration.ofSeconds(options.number("beat", 5)));
        Queues queues = new Queues((portal, user) -> talkers == 0 ? new StockQueue(stock)
                : user % 100 < talkers ? new TalkQueue(talk, user) : new SilentQueue());
        ExecutorService workers = Executors.newFixedThreadPool(4);
        int port = serve(HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 4096), workers, queues, talk);
        String certificate = options.text("certificate", "");
        int tlsPort = certificate.isEmpty() ? 0 : serve(Tls.server(), workers, queues, talk);
        if (tlsPort > 0) {
            Tls.writeCertificate(tlsPort, Path.of(certificate));
        }
        System.out.println("listening " + port + " " + stock.bytesPerEvent() + " " + tlsPort);
        while (System.in.read() >= 0) {
        }
        System.exit(0);
    }

    private static int serve(HttpServer server, ExecutorService workers, Queues queues, Talk talk) {
        server.setExecutor(workers);
        server.createContext("/rest/", new RestHandler(queues));
        server.createContext("/figures/", exchange -> figures(exchange, queues));
        server.createContext("/talk/begin", exchange -> {
            talk.begin();
            answer(exchange, "ok=1");
        });
        server.createContext("/talk/end", exchange -> {
            talk.end();
            answer(exchange, "ok=1");
        });
        server.createContext("/totals", exchange -> answer(exchange, totals(queues)));
        server.start();
        return server.getAddress().getPort();
    }

    private static void figures(HttpExchange exchange, Queues queues) throws IOException {
        String portal = exchange.getLocalAddress().getAddress().getHostAddress();
        Queues.User user = queues.user(portal, Long.parseLong(exchange.getRequestURI().getPath().split("/")[2]));
        String figures = "requests=" + user.requests() + " acknowledged=" + user.queue().acknowledged();
        answer(exchange, figures);
    }

    private static String totals(Queues queues) {
        long requests = queues.all().stream().mapToLong(user -> user.requests().get()).sum();
        // the first two requests are profile and subscribe
        long polled = queues.all().stream().filter(user -> user.requests().get() > 2).count();
        long recorded = queues.all().stream().map(Queues.User::queue).filter(TalkQueue.class::isInstance)
                .mapToLong(queue -> ((TalkQueue) queue).recorded()).sum();
        return "requests=" + requests + " polled=" + polled + " recorded=" + recorded;
    }

    private static void answer(HttpExchange exchange, String figures) throws IOException {
        RestHandler.answer(exchange, 200, figures.getBytes(StandardCharsets.US_ASCII));
    }
}

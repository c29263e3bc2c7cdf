package io.github.camelbitrix24.im.bench.server;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelbitrix24.im.bench.Options;

/**
 * A portal that does nothing but hand out events that are ready, so that what is measured is their reader. It says on
 * standard output where it listens, and ends when its standard input does. Under {@code /figures/USER} it tells how
 * often a user has called, and what is acknowledged.
 */
public final class LoadServer {

    private LoadServer() {
    }

    public static void main(String[] args) throws IOException {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "50000");
        System.setProperty("sun.net.httpserver.idleInterval", "600");
        Options options = new Options(args);
        EventStock stock = EventStock.of(options.number("events", 100_000), options.number("seed", 1));
        Queues queues = new Queues((portal, user) -> new StockQueue(stock));
        ExecutorService workers = Executors.newFixedThreadPool(4);
        int port = serve(HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 4096), workers, queues);
        String certificate = options.text("certificate", "");
        int tlsPort = certificate.isEmpty() ? 0 : serve(Tls.server(), workers, queues);
        if (tlsPort > 0) {
            Tls.writeCertificate(tlsPort, Path.of(certificate));
        }
        System.out.println("listening " + port + " " + stock.bytesPerEvent() + " " + tlsPort);
        while (System.in.read() >= 0) {
        }
        System.exit(0);
    }

    private static int serve(HttpServer server, ExecutorService workers, Queues queues) {
        server.setExecutor(workers);
        server.createContext("/rest/", new RestHandler(queues));
        server.createContext("/figures/", exchange -> figures(exchange, queues));
        server.start();
        return server.getAddress().getPort();
    }

    private static void figures(HttpExchange exchange, Queues queues) throws IOException {
        String portal = exchange.getLocalAddress().getAddress().getHostAddress();
        Queues.User user = queues.user(portal, Long.parseLong(exchange.getRequestURI().getPath().split("/")[2]));
        String figures = "requests=" + user.requests() + " acknowledged=" + user.queue().acknowledged();
        RestHandler.answer(exchange, 200, figures.getBytes(StandardCharsets.US_ASCII));
    }
}

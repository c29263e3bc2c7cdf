package io.github.camelbitrix24.im.bench.fleet;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import io.github.camelbitrix24.im.bench.Options;
import io.github.camelbitrix24.im.bench.measure.Meter;
import io.github.camelbitrix24.im.bench.measure.Reading;
import io.github.camelbitrix24.im.bench.measure.Resident;
import io.github.camelbitrix24.im.bench.process.Figures;
import io.github.camelbitrix24.im.bench.process.ServerControl;
import org.apache.camel.main.Main;

/** One process that listens to many users of many portals, while nobody talks and then while a few do. */
public final class FleetProcess {

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private FleetProcess() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        int users = options.required("users");
        ServerControl server = new ServerControl("http://127.0.0.1:" + options.required("port"));
        long heapBefore = heapInUse();
        long residentBefore = Resident.now();

        FleetRoutes routes = new FleetRoutes(options.required("port"), users, options.required("portals"));
        Main main = new Main();
        main.configure().addRoutesBuilder(routes);
        Meter start = Meter.start();
        main.start();
        double routesStarted = start.seconds();
        while (server.ask("/totals").get("polled") < users) {
            if (start.seconds() > PATIENCE.toSeconds()) {
                throw new IllegalStateException("Not all users are listened to: " + server.ask("/totals"));
            }
            pause(Duration.ofMillis(200));
        }
        Reading started = start.stop();
        // the first polls of all of them overlap with what the budget has held back
        pause(Duration.ofSeconds(options.required("settle")));

        long heap = heapInUse() - heapBefore;
        long resident = Resident.now() - residentBefore;
        Phase idle = Phase.of(server, Duration.ofSeconds(options.required("idle")));
        long threads = threads(false);
        long named = threads(true);
        server.ask("/talk/begin");
        Phase talk = Phase.of(server, Duration.ofSeconds(options.required("talk")));
        server.ask("/talk/end");
        Figures totals = server.ask("/totals");
        Meter waited = Meter.start();
        while (routes.heard() < totals.get("recorded") && waited.seconds() < 60) {
            pause(Duration.ofMillis(100));
        }
        System.out.printf("fleet routes=%.2f started=%.2f startCpu=%.2f threads=%d named=%d peakThreads=%d heap=%d resident=%d"
                          + " idleCpu=%.4f idleRequests=%.1f talkCpu=%.4f talkRequests=%.1f recorded=%.0f heard=%d p50=%.2f"
                          + " p95=%.2f%n",
                routesStarted, started.wall(), started.cpu(), threads, named,
                ManagementFactory.getThreadMXBean().getPeakThreadCount(), heap / users, resident / users, idle.cpu(),
                idle.requests(), talk.cpu(), talk.requests(), totals.get("recorded"), routes.heard(), routes.delay(0.5),
                routes.delay(0.95));
        Meter stop = Meter.start();
        main.stop();
        System.out.printf("stopped wall=%.2f%n", stop.seconds());
        System.exit(0);
    }

    /** What a while of it takes, per second. */
    private record Phase(double cpu, double requests) {

        static Phase of(ServerControl server, Duration length) {
            double before = server.ask("/totals").get("requests");
            Meter meter = Meter.start();
            pause(length);
            Reading reading = meter.stop();
            double requests = server.ask("/totals").get("requests") - before;
            return new Phase(reading.cpu() / reading.wall(), requests / reading.wall());
        }
    }

    private static void pause(Duration length) {
        long until = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < until) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }

    private static long heapInUse() {
        for (int i = 0; i < 3; i++) {
            System.gc();
            pause(Duration.ofMillis(100));
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long threads(boolean named) {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName)
                .filter(name -> !named || name.contains("bitrix24-im") || name.contains("Camel")).count();
    }
}

package io.github.camelbitrix24.im.demo;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

import org.apache.camel.main.Main;

/**
 * Runs the routes of the folder {@code routes} as an application would: with Camel Main, on the portal that the
 * environment names, or else on an emulated one. It goes on until it is interrupted.
 */
public final class RunRoutes {

    private final Portal portal;
    private final Main camel = new Main();

    RunRoutes(Portal portal, String files) {
        this.portal = portal;
        camel.addInitialProperty("camel.main.name", "routes");
        camel.addInitialProperty("camel.main.routes-include-pattern", "file:" + files);
        portal.properties().forEach((name, value) -> camel.addInitialProperty(name, value.toString()));
    }

    public static void main(String[] args) throws InterruptedException {
        run(() -> new RunRoutes(Portal.of(System.getenv()), "routes/*.camel.yaml"));
    }

    static void run(Supplier<RunRoutes> routes) throws InterruptedException {
        System.setProperty("logback.configurationFile", "run-routes-logback.xml");
        try {
            routes.get().start();
        } catch (Exception e) {
            System.err.println(reason(e));
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private void start() throws Exception {
        camel.start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        System.out.println(portal.greeting());
        portal.open();
    }

    private void stop() {
        System.out.println("Stopping. It takes a few seconds until the last events are old enough to be acknowledged.");
        portal.quieten();
        camel.stop();
        System.out.println(portal.close());
        System.out.flush();
    }

    /** What went wrong, without what Camel wraps around it. */
    private static String reason(Throwable problem) {
        return problem.getCause() == null ? problem.getMessage() : reason(problem.getCause());
    }
}

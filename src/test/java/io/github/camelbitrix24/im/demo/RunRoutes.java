package io.github.camelbitrix24.im.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.CountDownLatch;

import org.apache.camel.main.Main;

/**
 * Runs the routes of the folder {@code routes} as an application would: with Camel Main, on the portal that the
 * environment names, or else on an emulated one. It goes on until it is interrupted. What is changed in the folder
 * meanwhile takes effect.
 */
public final class RunRoutes implements AutoCloseable {

    private final Portal portal;
    private final RouteFiles files;
    private final Main camel = new Main();

    RunRoutes(Portal portal, RouteFiles files) {
        this.portal = portal;
        this.files = files;
        camel.addInitialProperty("camel.main.name", "routes");
        camel.addInitialProperty("camel.main.routes-include-pattern", files.pattern());
        portal.properties().forEach((name, value) -> camel.addInitialProperty(name, value.toString()));
    }

    public static void main(String[] args) throws Exception {
        run(args, Path.of("routes"), Portal::of);
    }

    /** Which portal the demo works with. */
    interface Choice {

        /** @param port where it is if it is emulated, 0 for any free port */
        Portal of(Map<String, String> environment, int port);
    }

    static void run(String[] args, Path folder, Choice portal) throws Exception {
        System.setProperty("logback.configurationFile", "run-routes-logback.xml");
        List<String> given = Arrays.stream(args).filter(argument -> !argument.isBlank()).toList();
        String command = given.isEmpty() ? "" : given.get(0);
        if (command.equals("check") || command.equals("parity")) {
            List<String> options = given.subList(1, given.size());
            int status = command.equals("parity")
                    ? ParityCommand.run(options)
                    : CheckCommand.run(options, () -> portal.of(System.getenv(), 0), new RouteFiles(folder));
            if (status != 0) {
                System.exit(status);
            }
            return;
        }
        try {
            DemoArguments arguments = DemoArguments.of(given, folder);
            new RunRoutes(portal.of(System.getenv(), arguments.port()), new RouteFiles(arguments.routes())).start();
        } catch (Exception e) {
            System.err.println(e instanceof IllegalArgumentException ? e.getMessage() : Reason.of(e));
            System.exit(e instanceof IllegalArgumentException ? 2 : 1);
        }
        new CountDownLatch(1).await();
    }

    private void start() throws Exception {
        open();
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop"));
        System.out.println(portal.greeting());
        System.out.println("Edit a file of the folder " + files.folder() + ": the change takes effect when it is saved.");
        portal.open();
    }

    void open() throws Exception {
        SortedMap<Path, String> loaded = files.texts();
        camel.start();
        new LiveRoutes(camel.getCamelContext(), files, loaded, new Rehearsal(portal.properties())).watch();
    }

    @Override
    public void close() {
        System.out.println("Stopping. It takes a few seconds until the last events are old enough to be acknowledged.");
        portal.quieten();
        camel.stop();
        System.out.println(portal.close());
        System.out.flush();
    }
}

package io.github.camelbitrix24.im.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the folder {@code routes}, unchanged, in Camel Main on an emulated portal, where they read as user 7.
 */
abstract class ShippedRoutes {

    static final Path FOLDER = Path.of("routes");
    static final String SUFFIX = ".camel.yaml";
    static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();
    @TempDir
    Path archive;

    final LogLines log = new LogLines();
    PortalEmulator portal;
    EmulatedUser reader;

    private final Main camel = new Main();

    @BeforeEach
    void configure() {
        portal = emulator.portal();
        reader = portal.user(7).named("Robin Service");
        portal.chat("chat5").named("Legal desk").members(7, 12);
        option("portal-url", portal.url());
        option("user-id", "7");
        option("secret", reader.secret());
        option("delay", "100");
        option("busy-delay", "100");
        option("settle-time", "0");
        option("requests-per-second", "0");
        property("archive.folder", archive.toString());
        property("camel.main.auto-configuration-log-summary", "false");
    }

    @AfterEach
    void stop() {
        camel.stop();
        log.close();
    }

    /** The names of all files, without their suffix; a file is named as its route. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void option(String name, String value) {
        property("camel.component.bitrix24-im." + name, value);
    }

    void property(String name, String value) {
        camel.addInitialProperty(name, value);
    }

    void startAll() {
        start(names().toArray(String[]::new));
    }

    void start(String... names) {
        start(Arrays.stream(names).map(name -> FOLDER.resolve(name + SUFFIX)).toList());
    }

    void start(List<Path> files) {
        property("camel.main.routes-include-pattern",
                files.stream().map(file -> "file:" + file).collect(Collectors.joining(",")));
        camel.start();
    }

    void startRoute(String id) throws Exception {
        camel.getCamelContext().getRouteController().startRoute(id);
    }

    String status(String routeId) {
        return String.valueOf(camel.getCamelContext().getRouteController().getRouteStatus(routeId));
    }

    void awaitSubscribed() {
        portal.await(p -> p.subscribed(7), SOON);
    }

    /** Waits until the portal has recorded something and every bit of it was acknowledged. */
    void awaitAllAcknowledged() {
        portal.await(p -> !p.recorded(7).isEmpty() && p.pending(7).isEmpty(), SOON);
    }
}

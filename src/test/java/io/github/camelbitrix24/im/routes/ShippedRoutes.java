package io.github.camelbitrix24.im.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.MainTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files of the folder {@code routes}, unchanged, in Camel Main on an emulated portal, where they read as user 7.
 */
abstract class ShippedRoutes extends MainTest {

    static final Path FOLDER = Path.of("routes");
    static final String SUFFIX = ".camel.yaml";

    @TempDir
    Path archive;

    final LogLines log = new LogLines();

    @BeforeEach
    @Override
    protected void connect() {
        super.connect();
        reader.named("Robin Service");
        portal.chat("chat5").named("Legal desk");
        authorise();
        property("archive.folder", archive.toString());
    }

    @AfterEach
    void closeTheLog() {
        camel.stop();
        log.close();
    }

    /** The names of all files, without their suffix; a file is named as its route. */
    static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
}

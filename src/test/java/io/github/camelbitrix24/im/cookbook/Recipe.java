package io.github.camelbitrix24.im.cookbook;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import io.github.camelbitrix24.im.testkit.SentMessage;
import org.apache.camel.Exchange;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A route of the cookbook, unchanged, in Camel Main on an emulated portal, where it reads as user 7. The sink is where
 * recipes that are not about a sink send events to.
 */
abstract class Recipe {

    static final Path FOLDER = Path.of("docs/cookbook");
    static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    final Main camel = new Main();
    final List<String> sunk = new CopyOnWriteArrayList<>();
    final List<String> besides = new ArrayList<>();
    PortalEmulator portal;
    EmulatedUser reader;

    @BeforeEach
    void configure() {
        portal = emulator.portal();
        reader = unmarked(7).named("Robin Service").subscribed();
        portal.user(12).named("Marco Silva");
        portal.chat("chat5").named("Legal desk").members(7, 12);
        option("portal-url", portal.url());
        option("user-id", "7");
        option("secret", reader.secret());
        option("delay", "100");
        option("busy-delay", "100");
        option("settle-time", "0");
        option("requests-per-second", "0");
        property("chat.sink", "direct:sink");
        property("camel.main.auto-configuration-log-summary", "false");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    /** With a secret that the canary does not know: below INFO, Camel logs the properties that recipes are given. */
    EmulatedUser unmarked(long id) {
        return portal.user(id).secret("recipe" + id);
    }

    void option(String name, String value) {
        property("camel.component.bitrix24-im." + name, value);
    }

    void property(String name, String value) {
        camel.addInitialProperty(name, value);
    }

    void bind(String name, Object bean) {
        camel.bind(name, bean);
    }

    /** This recipe is there, too, when the other is started. */
    void with(String recipe) {
        besides.add(recipe);
    }

    /** What is sent to the endpoints is noted, as text. */
    void start(String recipe, String... sinks) {
        camel.configure().addLambdaRouteBuilder(r -> {
            r.errorHandler(r.noErrorHandler());
            for (String sink : sinks) {
                r.from(sink).process(exchange -> sink(sink, exchange));
            }
        });
        besides.add(recipe);
        property("camel.main.routes-include-pattern", besides.stream()
                .map(name -> "file:" + FOLDER.resolve(name + ".camel.yaml")).collect(Collectors.joining(",")));
        camel.start();
    }

    void sink(String sink, Exchange exchange) {
        sunk.add(sink + " " + exchange.getMessage().getHeader("CamelBitrix24ImMessageId"));
    }

    void awaitAllAcknowledged() {
        portal.await(p -> !p.recorded(7).isEmpty() && p.pending(7).isEmpty(), SOON);
    }

    List<String> answers() {
        return portal.sent().stream().map(Recipe::line).toList();
    }

    private static String line(SentMessage message) {
        return message.dialogId() + " " + message.text();
    }
}

package io.github.camelbitrix24.im.cookbook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.MainTest;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.SentMessage;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;

/**
 * A route of the cookbook, unchanged, in Camel Main on an emulated portal, where it reads as user 7. The sink is where
 * recipes that are not about a sink send events to.
 */
abstract class Recipe extends MainTest {

    static final Path FOLDER = Path.of("docs/cookbook");

    private static final String BOT_TOKEN = "recipe-bot";

    final List<String> sunk = new CopyOnWriteArrayList<>();
    final List<String> besides = new ArrayList<>();

    @BeforeEach
    @Override
    protected void connect() {
        super.connect();
        unmarked(7).named("Robin Service").subscribed();
        portal.user(12).named("Marco Silva");
        portal.chat("chat5").named("Legal desk");
        authorise();
        property("chat.sink", "direct:sink");
    }

    /** With a secret that the canary does not know: below INFO, Camel logs the properties that recipes are given. */
    EmulatedUser unmarked(long id) {
        return portal.user(id).secret("recipe" + id);
    }

    /** The reader's webhook acts as a bot, which is there already. */
    EmulatedBot actAsBot() {
        reader.scopes("im", "imbot");
        option("bot", "desk_helper");
        option("token", BOT_TOKEN);
        return portal.bot("desk_helper", BOT_TOKEN);
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

    List<String> answers() {
        return portal.sent().stream().map(Recipe::line).toList();
    }

    private static String line(SentMessage message) {
        return message.dialogId() + " " + message.text();
    }
}

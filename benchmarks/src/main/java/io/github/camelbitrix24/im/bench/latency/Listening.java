package io.github.camelbitrix24.im.bench.latency;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who listens to all conversations of a portal. */
enum Listening {

    COMPONENT("component", conversations -> Stream.of(new ComponentListener(conversations, ""))),
    EVERY_500_MS("loop, every 500 ms", every(Duration.ofMillis(500))),
    EVERY_5_S("loop, every 5 s", every(Duration.ofSeconds(5)));

    private final String title;
    private final Function<List<Conversation>, Stream<AutoCloseable>> beginning;

    Listening(String title, Function<List<Conversation>, Stream<AutoCloseable>> beginning) {
        this.title = title;
        this.beginning = beginning;
    }

    private static Function<List<Conversation>, Stream<AutoCloseable>> every(Duration delay) {
        return conversations -> conversations.stream().map(conversation -> new FixedDelay(conversation, delay));
    }

    String title() {
        return title;
    }

    List<AutoCloseable> begin(Stage stage) {
        return beginning.apply(stage.conversations()).toList();
    }
}

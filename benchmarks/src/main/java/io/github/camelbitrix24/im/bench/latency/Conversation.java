package io.github.camelbitrix24.im.bench.latency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;

import io.github.camelbitrix24.im.testkit.EmulatedUser;

/** What one user is told in a chat, and when that is heard. What is said is numbered. */
final class Conversation {

    private final Stage stage;
    private final EmulatedUser listener;
    private final EmulatedUser speaker;
    private final String dialogId;
    private final Script script;
    private final Map<Integer, Long> said = new ConcurrentHashMap<>();
    private final Map<Integer, Long> heard = new ConcurrentHashMap<>();

    Conversation(Stage stage, EmulatedUser listener, EmulatedUser speaker, String dialogId, Script script) {
        this.stage = stage;
        this.listener = listener;
        this.speaker = speaker;
        this.dialogId = dialogId;
        this.script = script;
    }

    Stage stage() {
        return stage;
    }

    EmulatedUser listener() {
        return listener;
    }

    Script script() {
        return script;
    }

    void say(int number) {
        said.put(number, System.nanoTime());
        speaker.says(dialogId, Integer.toString(number));
    }

    void hear(String text) {
        heard.putIfAbsent(Integer.valueOf(text), System.nanoTime());
    }

    /** What was not heard is given up, and counts as heard now. */
    void giveUp() {
        said.keySet().forEach(message -> heard.putIfAbsent(message, System.nanoTime()));
    }

    boolean isComplete() {
        return heard.keySet().containsAll(said.keySet());
    }

    /** Seconds from the following messages being said to their being heard. */
    DoubleStream inBursts() {
        return delays(message -> !script.followsSilence(message));
    }

    /** Seconds from the first messages after silence being said to their being heard. */
    DoubleStream afterSilence() {
        return delays(script::followsSilence);
    }

    DoubleStream delays() {
        return delays(message -> true);
    }

    private DoubleStream delays(IntPredicate which) {
        return said.keySet().stream().filter(message -> which.test(message))
                .mapToDouble(message -> (heard.get(message) - said.get(message)) / 1e9);
    }

    double requestsPerMinute() {
        return stage.requests(listener.id()) * 60.0 / stage.length().toSeconds();
    }
}

package io.github.camelbitrix24.im.bench.latency;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.github.camelbitrix24.im.bench.report.Spread;
import io.github.camelbitrix24.im.bench.report.Table;

/**
 * A message after so long a silence that the option delay is the pause between two polls: how late it is heard, what
 * polling costs while nobody talks, and how many requests more one message brings about.
 */
final class FirstAfterSilence implements Scene {

    private static final int[] DELAYS = { 1, 2, 5, 10 };
    private static final int NOT_SPOKEN_TO = 3;

    private final Map<Integer, Stage> stages = new LinkedHashMap<>();

    FirstAfterSilence(Duration length) {
        for (int delay : DELAYS) {
            Stage stage = Stage.withoutLimit(length);
            for (int user = 0; user < spokenTo(delay); user++) {
                stage.conversation(Script.rare(length, new Random(100L * delay + user)));
            }
            for (int user = 0; user < NOT_SPOKEN_TO; user++) {
                stage.conversation(Script.silence());
            }
            stages.put(delay, stage);
        }
    }

    /** The longer the pause, the more it takes to know its middle. */
    private static int spokenTo(int delay) {
        return 15 + 5 * delay;
    }

    @Override
    public List<Stage> stages() {
        return List.copyOf(stages.values());
    }

    @Override
    public List<AutoCloseable> listen() {
        List<AutoCloseable> listeners = new ArrayList<>();
        stages.forEach((delay, stage) -> listeners.add(new ComponentListener(
                stage.conversations(), "&requestsPerSecond=0&delay=" + delay * 1000)));
        return listeners;
    }

    @Override
    public List<Conversation> ofComponent() {
        return stages.values().stream().flatMap(stage -> stage.conversations().stream()).toList();
    }

    @Override
    public void report(PrintStream out) {
        out.printf("The first message after silence, component%n%n");
        Table table = new Table(
                "delay", "requests a minute, nobody talks", "p50 s", "p95 s", "longest s", "messages",
                "requests more for one message");
        stages.forEach((delay, stage) -> {
            List<Conversation> all = stage.conversations();
            Delays delays = Delays.of(all.stream().flatMapToDouble(Conversation::delays));
            Spread idle = Spread.of(all.subList(spokenTo(delay), all.size()).stream()
                    .map(Conversation::requestsPerMinute).toList());
            double more = all.subList(0, spokenTo(delay)).stream()
                    .mapToDouble(talk -> talk.requestsPerMinute() - idle.median()).sum() * stage.length().toSeconds() / 60;
            table.row(delay + " s", idle.text(1), delays.text(0.5), delays.text(0.95), delays.text(1),
                    Integer.toString(delays.sorted().length),
                    String.format(Locale.ROOT, "%.0f", more / delays.sorted().length));
        });
        table.print(out);
    }
}

package io.github.camelbitrix24.im.bench.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

import io.github.camelbitrix24.im.bench.Options;
import io.github.camelbitrix24.im.bench.report.Spread;
import io.github.camelbitrix24.im.bench.report.Table;

/**
 * How long after it is said in a chat a message is in the route, and how many requests that costs. All rounds run at once,
 * each with another conversation; each listener has an emulated portal of its own, on which the same is said.
 */
public final class LatencyBench {

    private static final Map<String, Function<Stage, AutoCloseable>> LISTENERS = new LinkedHashMap<>();

    static {
        LISTENERS.put("component", ComponentListener::new);
        LISTENERS.put("loop, every 500 ms", stage -> new FixedDelay(stage, Duration.ofMillis(500)));
        LISTENERS.put("loop, every 5 s", stage -> new FixedDelay(stage, Duration.ofSeconds(5)));
    }

    private final Duration length;
    private final int rounds;

    public LatencyBench(Options options) {
        options.allow("seconds", "rounds");
        length = Duration.ofSeconds(options.number("seconds", 180));
        rounds = options.number("rounds", 3);
    }

    public void run() throws Exception {
        Map<String, List<Stage>> stages = new LinkedHashMap<>();
        List<AutoCloseable> listeners = new ArrayList<>();
        for (Map.Entry<String, Function<Stage, AutoCloseable>> listener : LISTENERS.entrySet()) {
            for (int round = 0; round < rounds; round++) {
                Stage stage = new Stage();
                stages.computeIfAbsent(listener.getKey(), key -> new ArrayList<>()).add(stage);
                listeners.add(listener.getValue().apply(stage));
            }
        }
        int messages = play(stages);
        for (AutoCloseable listener : listeners) {
            listener.close();
        }
        System.out.printf("latency   %d conversations of %d s at once, %d messages, 2 requests/s and a burst of 50 allowed%n%n",
                rounds, length.toSeconds(), messages);
        Table table = new Table("", "p50 s", "p95 s", "longest s", "requests", "per minute", "limit errors");
        stages.forEach((title, rounds) -> table.row(title, text(rounds, stage -> quantile(stage, 0.5), 2),
                text(rounds, stage -> quantile(stage, 0.95), 2), text(rounds, stage -> quantile(stage, 1), 2),
                text(rounds, Stage::requests, 0), text(rounds, stage -> stage.requests() * 60.0 / length.toSeconds(), 1),
                text(rounds, Stage::limitErrors, 0)));
        table.print(System.out);
        stages.values().forEach(all -> all.forEach(Stage::close));
    }

    private int play(Map<String, List<Stage>> stages) throws InterruptedException {
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(2);
        int messages = 0;
        for (int round = 0; round < rounds; round++) {
            List<Duration> moments = Script.of(length, round).moments();
            for (List<Stage> listener : stages.values()) {
                Stage stage = listener.get(round);
                for (int i = 0; i < moments.size(); i++) {
                    int number = i;
                    timer.schedule(() -> stage.say(number), moments.get(i).toNanos(), TimeUnit.NANOSECONDS);
                }
            }
            messages += moments.size();
        }
        timer.shutdown();
        if (!timer.awaitTermination(length.toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The conversation did not end");
        }
        long end = System.nanoTime();
        while (!stages.values().stream().flatMap(List::stream).allMatch(Stage::isComplete)) {
            if (System.nanoTime() - end > TimeUnit.MINUTES.toNanos(2)) {
                throw new IllegalStateException("Not everything was heard two minutes after the conversation");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return messages;
    }

    private static double quantile(Stage stage, double quantile) {
        List<Double> delays = stage.delays();
        return delays.get((int) Math.round(quantile * (delays.size() - 1)));
    }

    private static String text(List<Stage> rounds, ToDoubleFunction<Stage> figure, int decimals) {
        return Spread.of(rounds.stream().map(figure::applyAsDouble).toList()).text(decimals);
    }
}

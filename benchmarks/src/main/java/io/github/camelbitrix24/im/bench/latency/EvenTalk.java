package io.github.camelbitrix24.im.bench.latency;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import io.github.camelbitrix24.im.bench.report.Table;

/**
 * Messages that are spread evenly, so that nothing tells when to look. Whoever asks every so many seconds hears them
 * half of that late in the median: that is the limit for as many requests.
 */
final class EvenTalk implements Scene {

    private static final double[] APART = { 0.8, 1, 1.5, 2, 3, 5, 10 };

    private final Map<Double, List<Stage>> stages = new LinkedHashMap<>();

    EvenTalk(Duration length, int rounds) {
        for (double apart : APART) {
            List<Stage> same = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                Stage stage = Stage.inTheCloud(length);
                stage.conversation(Script.even(length, apart, new Random(round)));
                same.add(stage);
            }
            stages.put(apart, same);
        }
    }

    @Override
    public List<Stage> stages() {
        return stages.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<AutoCloseable> listen() {
        return List.of(new ComponentListener(ofComponent(), ""));
    }

    @Override
    public List<Conversation> ofComponent() {
        return stages().stream().flatMap(stage -> stage.conversations().stream()).toList();
    }

    @Override
    public void report(PrintStream out) {
        out.printf("Evenly spread messages, component%n%n");
        Table table = new Table(
                "one message every", "p50 s", "p95 s", "requests a minute", "least p50 for as many s", "times that", "rejected");
        stages.forEach((apart, same) -> {
            List<Conversation> all = same.stream().flatMap(stage -> stage.conversations().stream()).toList();
            Delays delays = Delays.of(all.stream().flatMapToDouble(Conversation::delays));
            double requests = all.stream().mapToDouble(Conversation::requestsPerMinute).average().orElseThrow();
            double least = 60 / requests / 2;
            table.row(apart + " s", delays.text(0.5), delays.text(0.95), text(requests, 1), text(least, 2),
                    text(delays.quantile(0.5) / least, 2), Long.toString(same.stream().mapToLong(Stage::rejected).sum()));
        });
        table.print(out);
    }

    private static String text(double figure, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", figure);
    }
}

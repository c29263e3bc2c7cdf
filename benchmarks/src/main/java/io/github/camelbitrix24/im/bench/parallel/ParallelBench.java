package io.github.camelbitrix24.im.bench.parallel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.bench.Options;
import io.github.camelbitrix24.im.bench.process.Figures;
import io.github.camelbitrix24.im.bench.process.Finished;
import io.github.camelbitrix24.im.bench.process.JavaCommand;
import io.github.camelbitrix24.im.bench.process.ServerProcess;
import io.github.camelbitrix24.im.bench.report.Spread;
import io.github.camelbitrix24.im.bench.report.Table;

/** How much faster a route that waits for something gets through a queue when it works on several chats at once. */
public final class ParallelBench {

    private final String events;
    private final int rounds;
    private final String work;
    private final List<String> concurrency;
    private final List<String> skews;

    public ParallelBench(Options options) {
        options.allow("events", "rounds", "work", "concurrency", "skew");
        events = options.text("events", "2000");
        rounds = options.number("rounds", 3);
        work = options.text("work", "1000,10000");
        concurrency = options.list("concurrency", "1,4,16,64");
        skews = options.list("skew", "1,0.5");
    }

    public void run() throws IOException, InterruptedException {
        System.out.printf("parallel  %s events of 200 chats, %d rounds, -Xmx512m, after a drain to warm up%n%n", events, rounds);
        Map<Case, List<Figures>> figures = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (String skew : skews) {
                for (Figures worked : measure(skew)) {
                    figures.computeIfAbsent(Case.of(skew, worked), key -> new ArrayList<>()).add(worked);
                }
            }
            System.err.printf("round %d of %d is done%n", round + 1, rounds);
        }
        Table table = new Table(
                "zipf skew, work ms, concurrency", "events/s", "speed-up", "at best", "chats at once", "out of order");
        figures.forEach((of, rounds) -> {
            List<Figures> single = figures.get(of.single(Integer.parseInt(concurrency.get(0))));
            List<Double> speedUps = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i++) {
                speedUps.add(single.get(i).get("wall") / rounds.get(i).get("wall"));
            }
            double best = Math.min(of.concurrency, rounds.get(0).get("ceiling"));
            table.row(of.skew + ", " + of.work / 1000 + " ms, " + of.concurrency,
                    Spread.of(rounds.stream().map(f -> Integer.parseInt(events) / f.get("wall")).toList()).text(0),
                    Spread.of(speedUps).text(2), String.format("%.1f", best),
                    Spread.of(rounds.stream().map(f -> f.get("atOnce")).toList()).text(0),
                    String.format("%.0f", rounds.stream().mapToDouble(f -> f.get("violations")).sum()));
        });
        table.print(System.out);
        if (figures.values().stream().flatMap(List::stream).anyMatch(f -> f.get("violations") > 0)) {
            throw new IllegalStateException("Events of one chat did not run in their order");
        }
    }

    private List<Figures> measure(String skew) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start("--events", events, "--skew", skew)) {
            return Figures.of("worked", Finished.run(JavaCommand.measured("512m", ParallelProcess.class, "--url", server.url(),
                    "--events", events, "--work", work, "--concurrency", String.join(",", concurrency))).said());
        }
    }

    private record Case(String skew, int work, int concurrency) {

        static Case of(String skew, Figures figures) {
            return new Case(skew, (int) figures.get("work"), (int) figures.get("concurrency"));
        }

        Case single(int first) {
            return new Case(skew, work, first);
        }
    }
}

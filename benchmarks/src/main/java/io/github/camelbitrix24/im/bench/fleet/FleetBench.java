package io.github.camelbitrix24.im.bench.fleet;

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

/** What it takes to listen to many users at once, within the usual budget of each portal. */
public final class FleetBench {

    private static final Map<String, String> HEADINGS = Map.ofEntries(
            Map.entry("routes", "routes started s"), Map.entry("started", "all polled s"), Map.entry("startCpu", "start cpu s"),
            Map.entry("threads", "threads"), Map.entry("named", "of Camel and component"), Map.entry("heap", "heap bytes/user"),
            Map.entry("resident", "resident bytes/user"), Map.entry("idleCpu", "idle cpu s/s"),
            Map.entry("idleRequests", "idle requests/s"), Map.entry("talkCpu", "talk cpu s/s"),
            Map.entry("talkRequests", "talk requests/s"), Map.entry("recorded", "recorded"), Map.entry("heard", "heard"),
            Map.entry("p50", "p50 s"), Map.entry("p95", "p95 s"), Map.entry("wall", "stop s"),
            Map.entry("warnings", "warnings in the log"));

    private final List<Integer> sizes;
    private final int portals;
    private final int rounds;
    private final String heap;
    private final String settle;
    private final String idle;
    private final String talk;

    public FleetBench(Options options) {
        options.allow("users", "portals", "rounds", "heap", "settle", "idle", "talk");
        sizes = options.list("users", "100,1000,10000").stream().map(Integer::valueOf).toList();
        portals = options.number("portals", 500);
        rounds = options.number("rounds", 3);
        heap = options.text("heap", "2g");
        settle = options.text("settle", "20");
        idle = options.text("idle", "30");
        talk = options.text("talk", "60");
    }

    public void run() throws IOException, InterruptedException {
        System.out.printf("fleet     users over %d portals, %d rounds, -Xmx%s; idle for %s s, then 1 of 100 hears an event every"
                          + " 5 s for %s s%n%n",
                portals, rounds, heap, idle, talk);
        Map<Integer, List<Figures>> figures = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (int users : sizes) {
                figures.computeIfAbsent(users, key -> new ArrayList<>()).add(measure(users));
                System.err.printf("round %d of %d, %d users: done%n", round + 1, rounds, users);
            }
        }
        table("Start, threads and memory", figures, "routes", "started", "startCpu", "threads", "named", "heap", "resident");
        table("Per second, while nobody talks and while some do", figures, "idleCpu", "idleRequests", "talkCpu", "talkRequests");
        table("What was heard, and how many seconds after it was said", figures, "recorded", "heard", "p50", "p95", "wall",
                "warnings");
    }

    private Figures measure(int users) throws IOException, InterruptedException {
        try (ServerProcess server = ServerProcess.start("--events", "1", "--talkers", "1")) {
            Finished process = Finished.run(JavaCommand.measured(heap, FleetProcess.class, "--users", Integer.toString(users),
                    "--portals", Integer.toString(portals), "--port", Integer.toString(server.port()), "--settle", settle,
                    "--idle", idle, "--talk", talk));
            Figures all = Figures.of("fleet", process.said()).get(0);
            all.values().putAll(Figures.of("stopped", process.said()).get(0).values());
            all.values().put("warnings", (double) process.warnings());
            if (all.get("heard") != all.get("recorded")) {
                throw new IllegalStateException("Heard is not what was recorded: " + all);
            }
            return all;
        }
    }

    private static void table(String title, Map<Integer, List<Figures>> figures, String... names) {
        System.out.println(title);
        String[] headings = new String[names.length + 1];
        headings[0] = "users";
        for (int i = 0; i < names.length; i++) {
            headings[i + 1] = HEADINGS.get(names[i]);
        }
        Table table = new Table(headings);
        figures.forEach((users, rounds) -> {
            String[] cells = new String[names.length + 1];
            cells[0] = String.format("%,d", users);
            for (int i = 0; i < names.length; i++) {
                String name = names[i];
                Spread spread = Spread.of(rounds.stream().map(round -> round.get(name)).toList());
                cells[i + 1] = spread.text(spread.max() >= 100 ? 0 : name.endsWith("Cpu") ? 3 : spread.max() >= 20 ? 0 : 1);
            }
            table.row(cells);
        });
        table.print(System.out);
    }
}

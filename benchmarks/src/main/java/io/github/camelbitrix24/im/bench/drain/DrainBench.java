package io.github.camelbitrix24.im.bench.drain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.bench.Options;
import io.github.camelbitrix24.im.bench.process.Figures;
import io.github.camelbitrix24.im.bench.process.Finished;
import io.github.camelbitrix24.im.bench.process.JavaCommand;
import io.github.camelbitrix24.im.bench.process.NodeCommand;
import io.github.camelbitrix24.im.bench.process.ServerProcess;

/**
 * Drains a full queue: whole processes from their start to their end, and, apart from that, the last of several drains in
 * one process. The contenders take turns within each round.
 */
public final class DrainBench {

    private final int events;
    private final int rounds;
    private final int drains;
    private final String heap;
    private final List<Contender> contenders;
    private final List<String> measure;
    private final Map<Contender, List<WholeProcess>> whole = new EnumMap<>(Contender.class);
    private final Map<Contender, List<Figures>> warm = new EnumMap<>(Contender.class);
    private final Map<Contender, Double> requests = new EnumMap<>(Contender.class);
    private Double checksum;
    private int nextUser = 1;

    public DrainBench(Options options) {
        options.allow("events", "rounds", "drains", "heap", "contenders", "measure");
        events = options.number("events", 100_000);
        rounds = options.number("rounds", 5);
        drains = options.number("drains", 4);
        heap = options.text("heap", "512m");
        contenders = options.list("contenders", "component,route,route-java,loop,sdk").stream().map(Contender::of).toList();
        measure = options.list("measure", "whole,steady");
    }

    public void run() throws IOException, InterruptedException {
        if (contenders.contains(Contender.SDK)) {
            NodeCommand.install();
        }
        try (ServerProcess server = ServerProcess.start(
                "--events", Integer.toString(events), "--certificate", NodeCommand.CERTIFICATE)) {
            System.out.printf("drain     %,d events of %,d bytes, %d rounds, -Xmx%s%n%n", events, server.bytesPerEvent(), rounds,
                    heap);
            for (int round = 0; round < rounds; round++) {
                for (Contender contender : contenders) {
                    if (measure.contains("whole")) {
                        wholeProcess(contender, server);
                    }
                    if (measure.contains("steady")) {
                        steady(contender, server);
                    }
                }
                System.err.printf("round %d of %d is done%n", round + 1, rounds);
            }
        }
        new DrainReport(contenders, whole, warm, requests).print(System.out);
    }

    private void wholeProcess(Contender contender, ServerProcess server) throws IOException, InterruptedException {
        Finished process = drain(contender, server, 1);
        whole.computeIfAbsent(contender, key -> new ArrayList<>()).add(new WholeProcess(process, drained(process).get(0)));
    }

    private void steady(Contender contender, ServerProcess server) throws IOException, InterruptedException {
        List<Figures> all = drained(drain(contender, server, drains));
        warm.computeIfAbsent(contender, key -> new ArrayList<>()).add(all.get(all.size() - 1));
    }

    private Finished drain(Contender contender, ServerProcess server, int times) throws IOException, InterruptedException {
        int user = nextUser;
        nextUser += times;
        String[] args = {
                "--contender", contender.option(), "--url", contender.isJava() ? server.url() : server.tlsUrl(), "--user",
                Integer.toString(user), "--events", Integer.toString(events), "--drains", Integer.toString(times) };
        Finished process = Finished.run(
                contender.isJava() ? JavaCommand.measured(heap, DrainProcess.class, args) : NodeCommand.of("drain.mjs", args));
        for (Figures drained : drained(process)) {
            check(contender, drained, server.figures((long) drained.get("user")));
        }
        return process;
    }

    private static List<Figures> drained(Finished process) {
        return Figures.of("drained", process.said());
    }

    private void check(Contender contender, Figures drained, Figures counted) {
        checksum = checksum == null ? drained.get("checksum") : checksum;
        if (drained.get("checksum") != checksum) {
            throw new IllegalStateException(contender.title + " has read something else than the others");
        }
        if (counted.get("acknowledged") <= events) {
            throw new IllegalStateException(contender.title + " has acknowledged too little: " + counted);
        }
        requests.put(contender, counted.get("requests") * 1000 / events);
    }

    /** A drain, and the process that did nothing else. */
    record WholeProcess(Finished process, Figures drained) {
    }
}

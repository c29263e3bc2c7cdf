package io.github.camelbitrix24.im.bench;

import java.nio.file.Files;
import java.util.Arrays;

import io.github.camelbitrix24.im.bench.drain.DrainBench;
import io.github.camelbitrix24.im.bench.fleet.FleetBench;
import io.github.camelbitrix24.im.bench.latency.LatencyBench;
import io.github.camelbitrix24.im.bench.micro.MicroBench;
import io.github.camelbitrix24.im.bench.parallel.ParallelBench;
import io.github.camelbitrix24.im.bench.process.Finished;
import io.github.camelbitrix24.im.bench.report.Machine;

/** Runs one benchmark by its name. */
public final class Bench {

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(Arrays.copyOfRange(args, 1, args.length));
        Files.deleteIfExists(Finished.LOG);
        Machine.print(System.out);
        switch (args[0]) {
            case "drain" -> new DrainBench(options).run();
            case "fleet" -> new FleetBench(options).run();
            case "parallel" -> new ParallelBench(options).run();
            case "latency" -> new LatencyBench(options).run();
            case "jmh" -> new MicroBench(options).run();
            default -> throw new IllegalArgumentException("There is no benchmark " + args[0]);
        }
    }
}

package io.github.camelbitrix24.im.bench;

import java.util.Arrays;

import io.github.camelbitrix24.im.bench.drain.DrainBench;
import io.github.camelbitrix24.im.bench.report.Machine;

/** Runs one benchmark by its name. */
public final class Bench {

    private Bench() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(Arrays.copyOfRange(args, 1, args.length));
        Machine.print(System.out);
        switch (args[0]) {
            case "drain" -> new DrainBench(options).run();
            default -> throw new IllegalArgumentException("There is no benchmark " + args[0]);
        }
    }
}

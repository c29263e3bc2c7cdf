package io.github.camelbitrix24.im.bench.micro;

import java.util.Collection;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.bench.Options;
import io.github.camelbitrix24.im.bench.report.Spread;
import io.github.camelbitrix24.im.bench.report.Table;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** The benchmarks of single parts, by JMH, with what each operation allocates. */
public final class MicroBench {

    private final String include;
    private final int forks;
    private final int iterations;

    public MicroBench(Options options) {
        options.allow("include", "forks", "iterations");
        include = options.text("include", ".*");
        forks = options.number("forks", 2);
        iterations = options.number("iterations", 5);
    }

    public void run() throws RunnerException {
        System.out.printf("jmh       %d forks, 5 s to warm up, %d iterations of 1 s each, per event%n%n", forks, iterations);
        Collection<RunResult> results = new Runner(new OptionsBuilder().include(include).forks(forks).warmupIterations(5)
                .warmupTime(TimeValue.seconds(1)).measurementIterations(iterations).measurementTime(TimeValue.seconds(1))
                .addProfiler(GCProfiler.class).verbosity(VerboseMode.SILENT).jvmArgs("-Xmx512m").build()).run();
        Table table = new Table("", "ns, median (least-greatest)", "mean +- 99.9 %", "allocated bytes");
        for (RunResult run : results) {
            Result<?> time = run.getPrimaryResult();
            Result<?> allocated = run.getSecondaryResults().get("gc.alloc.rate.norm");
            Statistics spread = time.getStatistics();
            table.row(title(run), new Spread(spread.getMin(), spread.getPercentile(50), spread.getMax()).text(0),
                    String.format("%.0f +- %.0f", time.getScore(), time.getScoreError()),
                    String.format("%.0f", allocated.getScore()));
        }
        table.print(System.out);
    }

    private static String title(RunResult run) {
        String name = run.getParams().getBenchmark().replaceFirst(".*\\.(\\w+\\.\\w+)$", "$1");
        String params = run.getParams().getParamsKeys().stream().map(key -> key + "=" + run.getParams().getParam(key))
                .collect(Collectors.joining(" "));
        return params.isEmpty() ? name : name + " " + params;
    }
}

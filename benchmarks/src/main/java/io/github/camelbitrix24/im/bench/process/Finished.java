package io.github.camelbitrix24.im.bench.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process from its start to its end.
 *
 * @param said what it printed
 * @param wall seconds
 * @param user seconds of processor time in its own code, 0 where the operating system does not tell
 * @param sys  seconds of processor time in the operating system
 * @param warnings how many warnings and errors it logged
 */
public record Finished(List<String> said, double wall, double user, double sys, long warnings) {

    /** What the processes write on their standard error, all of them one after another. */
    public static final Path LOG = Path.of("target/log.txt");

    private static final double TICKS_PER_SECOND = 100;

    public static Finished run(List<String> command) throws IOException, InterruptedException {
        long[] before = ticksOfChildren();
        long start = System.nanoTime();
        long logged = warningsInLog();
        Process process
                = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(LOG.toFile())).start();
        process.getOutputStream().close();
        List<String> said = new String(process.getInputStream().readAllBytes()).lines().toList();
        if (!process.waitFor(10, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("failed: " + String.join(" ", command) + "\n" + String.join("\n", said) + "\nSee " + LOG);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        long[] after = ticksOfChildren();
        return new Finished(said, wall, (after[0] - before[0]) / TICKS_PER_SECOND, (after[1] - before[1]) / TICKS_PER_SECOND,
                warningsInLog() - logged);
    }

    private static long warningsInLog() throws IOException {
        if (!Files.exists(LOG)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(LOG)) {
            return lines.filter(line -> line.contains(" WARN ") || line.contains(" ERROR ")).count();
        }
    }

    public double cpu() {
        return user + sys;
    }

    /** User and system time of all children that have ended. */
    private static long[] ticksOfChildren() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (!Files.exists(stat)) {
            return new long[2];
        }
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return new long[] { Long.parseLong(fields[13]), Long.parseLong(fields[14]) };
    }
}

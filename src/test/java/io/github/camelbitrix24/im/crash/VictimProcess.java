package io.github.camelbitrix24.im.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.canary.Canary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A {@link Victim} in a JVM of its own, and the signals that it gets.
 */
final class VictimProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VictimProcess.class);
    private static final int ENDED_BY_SIGTERM = 128 + 15;
    private static final long LONGEST_STOP_SECONDS = 60;
    private static final int SHOWN_LOG_LINES = 40;

    private final String name;
    private final Process process;
    private final Path finished;
    private final Path log;
    private final Instant startedAt = Instant.now();
    private List<FinishedEvent> all;

    VictimProcess(String name, Path directory, String webhook, VictimOptions options) {
        this.name = name;
        this.finished = directory.resolve(name + ".tsv");
        this.log = directory.resolve(name + ".log");
        List<String> command = new ArrayList<>(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Xmx128m", "-cp", System.getProperty("java.class.path"), Victim.class.getName(),
                        webhook, finished.toString()));
        command.addAll(options.arguments());
        try {
            this.process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    Instant startedAt() {
        return startedAt;
    }

    /** What its route has finished so far, in the order in which it did. */
    List<FinishedEvent> finished() {
        if (all != null) {
            return all;
        }
        boolean ended = !process.isAlive();
        List<FinishedEvent> now = FinishedLog.read(finished);
        all = ended ? now : null;
        return now;
    }

    /** SIGKILL: the operating system ends it between two instructions. */
    void kill() {
        requireAlive();
        process.destroyForcibly();
        awaitEnd();
    }

    /** SIGTERM: the application stops gracefully. */
    void stop() {
        requireAlive();
        long began = System.nanoTime();
        // the destroy() of a Process would close its standard input, too
        process.toHandle().destroy();
        int status = awaitEnd();
        LOG.info("{} stopped in {} ms", name, Duration.ofNanos(System.nanoTime() - began).toMillis());
        if (status != ENDED_BY_SIGTERM) {
            throw new AssertionError(name + " ended with the status " + status + " instead of gracefully\n" + lastOutput());
        }
    }

    /** SIGSTOP: as a machine that is suspended, or a long pause of the garbage collector. */
    void freeze() {
        signal("-STOP");
    }

    void resume() {
        signal("-CONT");
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new AssertionError(name + " ended by itself with the status " + process.exitValue() + "\n" + lastOutput());
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Canary.inspect("output of " + name, output());
    }

    private void signal(String signal) {
        requireAlive();
        try {
            int status = new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start().waitFor();
            if (status != 0) {
                throw new AssertionError("kill " + signal + " of " + name + ": " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private int awaitEnd() {
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(name + " did not end within " + LONGEST_STOP_SECONDS + " s\n" + lastOutput());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    String lastOutput() {
        List<String> lines = output().lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - SHOWN_LOG_LINES), lines.size()));
    }

    private String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no output: " + e;
        }
    }
}

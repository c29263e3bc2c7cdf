package com.example.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process of the demonstration, with its output in a file.
 */
final class Child {

    private static final Queue<Process> STARTED = new ConcurrentLinkedQueue<>();

    private final String name;
    private final Path log;
    private final Process process;

    /**
     * @param logs where its output goes
     */
    Child(String name, Path logs, Map<String, String> environment, List<String> command) throws IOException {
        this.name = name;
        this.log = logs.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                .directory(Path.of("/").toFile());
        builder.environment().putAll(environment);
        this.process = builder.start();
        STARTED.add(process);
    }

    /** Nothing that was started runs any more when this returns. */
    static void endAll() {
        STARTED.forEach(Process::destroyForcibly);
        STARTED.forEach(process -> process.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(e -> null).join());
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, and patience. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException(name + " did not stop; see " + log);
        }
    }

    /** Sends a signal, if it runs, and waits a while for its end. */
    void signal(String signal) {
        try {
            if (process.isAlive()) {
                new ProcessBuilder("kill", signal, Long.toString(process.pid())).inheritIO().start().waitFor();
                process.waitFor(5, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void awaitSuccess() throws InterruptedException {
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException(name + " ended with status " + status + "; see " + log);
        }
    }

    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended by itself with status " + process.exitValue() + "; see " + log);
        }
    }
}

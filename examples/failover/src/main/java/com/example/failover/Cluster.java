package com.example.failover;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The workers that live, and the files of those that lived.
 */
final class Cluster {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Worker> alive = new ArrayList<>();
    private final List<Worker> all = new ArrayList<>();
    private final Path directory;
    private final Map<String, String> settings;

    /**
     * @param settings of every worker, as environment variables
     */
    Cluster(Path directory, Map<String, String> settings) {
        this.directory = directory;
        this.settings = settings;
    }

    void startWorker() throws IOException {
        Worker worker = Worker.start(all.size() + 1, directory, settings);
        all.add(worker);
        alive.add(worker);
    }

    /** The worker that is the next to finish an event. */
    Worker awaitReader() throws IOException, InterruptedException {
        return awaitReaderOtherThan(null);
    }

    Worker awaitReaderOtherThan(Worker excluded) throws IOException, InterruptedException {
        List<Worker> candidates = alive.stream().filter(worker -> worker != excluded).toList();
        List<Integer> before = new ArrayList<>();
        for (Worker worker : candidates) {
            before.add(worker.finished().size());
        }
        long end = System.nanoTime() + SOON.toNanos();
        while (System.nanoTime() < end) {
            for (int i = 0; i < candidates.size(); i++) {
                candidates.get(i).process().requireAlive();
                if (candidates.get(i).finished().size() > before.get(i)) {
                    return candidates.get(i);
                }
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("no worker finishes events; see the logs in " + directory);
    }

    void remove(Worker worker) {
        alive.remove(worker);
    }

    void stop() throws InterruptedException {
        for (Worker worker : alive) {
            worker.process().stop();
        }
    }

    List<List<Long>> finishedByWorker() throws IOException {
        List<List<Long>> finished = new ArrayList<>();
        for (Worker worker : all) {
            finished.add(worker.finished());
        }
        return finished;
    }

    /** The warnings that events were taken away, with the name of the worker that gave them. */
    List<String> complaints() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Worker worker : all) {
            worker.process().linesWith("that were not acknowledged here")
                    .forEach(line -> complaints.add(
                            worker.name() + ":\n         " + line.replaceAll("(not acknowledged here).*", "$1 ...")));
        }
        return complaints;
    }
}

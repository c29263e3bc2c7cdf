package com.example.failover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One node of the cluster, and the file of the events that its route has finished.
 */
record Worker(Child process, Path file) {

    static Worker start(int number, Path directory, Map<String, String> settings) throws IOException {
        String name = "worker-" + number;
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("WORKER", name);
        environment.put("FINISHED_DIRECTORY", directory.toString());
        return new Worker(
                new Child(name, directory, environment, "org.apache.camel.main.Main"), directory.resolve(name + ".txt"));
    }

    String name() {
        return process.name();
    }

    /** The ids of the events that it has finished so far. A line that its death tore is not finished. */
    List<Long> finished() throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "";
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(Long::valueOf).toList();
    }
}

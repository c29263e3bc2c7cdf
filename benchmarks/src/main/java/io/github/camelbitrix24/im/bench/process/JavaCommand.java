package io.github.camelbitrix24.im.bench.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM with this benchmark's classes. */
public final class JavaCommand {

    private JavaCommand() {
    }

    /** A process that helps to measure. */
    public static List<String> helper(String heap, Class<?> main, String... args) {
        return of(List.of("-Xmx" + heap), main, args);
    }

    /** A process that is measured; the environment variable BENCH_JAVA_OPTS has more options for it. */
    public static List<String> measured(String heap, Class<?> main, String... args) {
        List<String> options = new ArrayList<>(List.of("-Xmx" + heap));
        String more = System.getenv().getOrDefault("BENCH_JAVA_OPTS", "").trim();
        if (!more.isEmpty()) {
            options.addAll(List.of(more.split("\\s+")));
        }
        return of(options, main, args);
    }

    private static List<String> of(List<String> options, Class<?> main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(args));
        return command;
    }
}

package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * YAML that users read: a file, or what a page shows as YAML.
 */
record YamlText(String place, String text) {

    private static final List<Path> FOLDERS
            = List.of(Path.of("routes"), Path.of("docs"), Path.of("examples"), Path.of("src/main"), Path.of("README.md"));
    private static final Pattern SHOWN = Pattern.compile("(?ms)^```ya?ml\n(.+?)^```$|^\\[source,ya?ml]\n----\n(.+?)^----$");

    static List<YamlText> files() {
        return paths(".yaml").map(file -> new YamlText(file.toString(), read(file))).toList();
    }

    static List<YamlText> snippets() {
        return Stream.concat(paths(".md"), paths(".adoc")).flatMap(page -> snippets(page).stream()).toList();
    }

    private static List<YamlText> snippets(Path page) {
        String text = read(page);
        List<YamlText> found = new ArrayList<>();
        for (Matcher shown = SHOWN.matcher(text); shown.find();) {
            long line = text.substring(0, shown.start()).lines().count() + 1;
            found.add(new YamlText(page + ":" + line, shown.group(1) != null ? shown.group(1) : shown.group(2)));
        }
        return found;
    }

    private static Stream<Path> paths(String suffix) {
        return FOLDERS.stream().flatMap(folder -> {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.filter(file -> file.toString().endsWith(suffix))
                        .filter(file -> !file.toString().contains("target")).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return place;
    }
}

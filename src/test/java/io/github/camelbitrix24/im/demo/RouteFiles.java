package io.github.camelbitrix24.im.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a folder that hold routes: those that are named {@code *.camel.yaml}.
 */
record RouteFiles(Path folder) {

    private static final String ENDING = ".camel.yaml";

    /** How Camel is told of them. */
    String pattern() {
        return "file:" + folder.resolve("*" + ENDING);
    }

    static boolean isOne(File file) {
        return file.getName().endsWith(ENDING);
    }

    /** What they hold now, in the order of their names. A file without a word is one that is just being written. */
    SortedMap<Path, String> texts() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(path -> isOne(path.toFile())).toList();
        }
        SortedMap<Path, String> texts = new TreeMap<>();
        for (Path file : files) {
            try {
                texts.put(file, Files.readString(file));
            } catch (NoSuchFileException e) {
                // it went away meanwhile
            }
        }
        return texts;
    }
}

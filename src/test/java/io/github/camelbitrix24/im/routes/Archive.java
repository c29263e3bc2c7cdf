package io.github.camelbitrix24.im.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the route {@code archive} has written.
 */
final class Archive {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Archive() {
    }

    /** The events of one chat's file, in the order of its lines. */
    static List<JsonNode> events(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Archive::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The ids in a chat's file, in the order of its lines, or in those of all chats in a folder, in their own order.
     */
    static List<Long> eventIds(Path fileOrFolder) {
        if (!Files.isDirectory(fileOrFolder)) {
            return events(fileOrFolder).stream().map(event -> event.path("eventId").asLong()).toList();
        }
        return files(fileOrFolder).stream().filter(file -> file.toString().endsWith(".jsonl"))
                .flatMap(file -> eventIds(file).stream()).sorted().toList();
    }

    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

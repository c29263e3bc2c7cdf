package io.github.camelbitrix24.im.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A source file, as far as borders are concerned.
 *
 * @param room    the package below the component's own; {@code im} for that itself
 * @param name    of the class
 * @param imports what it imports, with all names in full
 */
record Source(String room, String name, List<String> imports) {

    static final String FRONT = "im";

    private static final String OWN = "io.github.camelbitrix24.im.";
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.*]+);", Pattern.MULTILINE);

    static Source parse(String name, String text) {
        Matcher matcher = PACKAGE.matcher(text);
        if (!matcher.find()) {
            throw new IllegalArgumentException(name + " has no package");
        }
        return new Source(
                room(matcher.group(1) + '.'), name, IMPORT.matcher(text).results().map(found -> found.group(1)).toList());
    }

    static List<Source> all(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().map(Source::read).toList();
        }
    }

    private static Source read(Path file) {
        try {
            return parse(file.getFileName().toString().replace(".java", ""), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return {@code null} for what is not ours */
    static String room(String imported) {
        if (!imported.startsWith(OWN)) {
            return null;
        }
        String first = imported.substring(OWN.length()).replaceFirst("\\..*", "");
        return first.isEmpty() || Character.isUpperCase(first.charAt(0)) ? FRONT : first;
    }

    boolean imports(String prefix) {
        return imports.stream().anyMatch(imported -> imported.startsWith(prefix));
    }
}

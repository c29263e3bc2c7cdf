package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of classes that a page may speak of: those of this repository, and those of others that it uses.
 */
final class SourceNames {

    private static final Path SOURCES = Path.of("src");
    private static final Pattern NAME = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:[#.](\\w+)(?:\\(\\))?)?");
    private static final Pattern TYPE = Pattern.compile("\\b(?:class|interface|record|enum|@interface) (\\w+)");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?[\\w.]*?\\.([A-Z]\\w*)(?:\\.\\w+)*;$");

    private final Map<String, String> own = new HashMap<>();
    private final Set<String> used = new HashSet<>();

    SourceNames() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        TYPE.matcher(text).results().forEach(type -> own.merge(type.group(1), text, String::concat));
        IMPORT.matcher(text).results().filter(name -> !name.group().contains("io.github.camelbitrix24"))
                .forEach(name -> used.add(name.group(1)));
    }

    /** Whether code of a page has the form of a class's name, alone or with one of its members. */
    static boolean isOne(String code) {
        return NAME.matcher(code).matches();
    }

    /** Whether there is such a class, and if a member is named, whether its source knows that. */
    boolean knows(String code) {
        Matcher name = NAME.matcher(code);
        if (!name.matches()) {
            return false;
        }
        String source = own.get(name.group(1));
        if (source == null) {
            return used.contains(name.group(1)) || isOfJava(name.group(1));
        }
        return name.group(2) == null || Pattern.compile("\\b" + name.group(2) + "\\b").matcher(source).find();
    }

    private static boolean isOfJava(String name) {
        try {
            Class.forName("java.lang." + name);
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

package io.github.camelbitrix24.im.api;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The public and protected members of public classes, as the JDK's {@code javap} shows them. Of packages that are
 * internal only the types are listed, and what the build generates is left out.
 */
record PublicApi(Path classes, Path generated) {

    private static final Pattern INTERNAL
            = Pattern.compile(
                    "io\\.github\\.camelbitrix24\\.im\\.(budget|consumer|delivery|exchange|file|inquiry|observe|operation|registration|rest|text)\\..*");

    String listing() throws IOException {
        return typeNames().stream().map(this::type).collect(Collectors.joining("\n"));
    }

    private Set<String> typeNames() throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .filter(name -> Files.notExists(generated.resolve(name.replaceFirst("\\$.*", "") + ".java")))
                    .map(name -> name.replace('/', '.'))
                    .map(PublicApi::load)
                    .filter(PublicApi::isPublic)
                    .map(Class::getName)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, PublicApi.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return (type.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    /** Members are sorted: their order in the source is nobody's business. */
    private String type(String name) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        int code = ToolProvider.findFirst("javap").orElseThrow()
                .run(out, out, "-protected", "-constants", "-cp", classes.toString(), name);
        assertEquals(0, code, text.toString());
        String head = text.toString().lines().filter(line -> line.endsWith("{")).findFirst().orElseThrow();
        Predicate<String> listed = line -> line.endsWith(";") && !INTERNAL.matcher(name).matches();
        return text.toString().lines().filter(listed).sorted()
                .map(member -> member + "\n")
                .collect(Collectors.joining("", head + "\n", "}\n"));
    }
}

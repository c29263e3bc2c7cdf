package io.github.camelbitrix24.im.compatibility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The tests that {@code .ci/compatibility} is to run exist: Surefire passes over names that it does not find. */
class SelectedTestsTest {

    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Pattern TEST = Pattern.compile("(?m)^ +([A-Z]\\w+)(?:#([\\w+]+))?,?$");

    static List<String> selected() throws IOException {
        String poms = Files.readString(Path.of("src/compatibility/pom.xml"))
                      + Files.readString(Path.of("src/compatibility/spring-boot/pom.xml"));
        return TEST.matcher(poms).results().map(found -> found.group()).map(String::strip).toList();
    }

    @ParameterizedTest
    @MethodSource("selected")
    void itExists(String test) throws Exception {
        Matcher name = TEST.matcher(" " + test);
        assertTrue(name.matches());
        List<String> classes = classes(name.group(1));
        assertEquals(1, classes.size(), name.group(1));
        if (name.group(2) != null) {
            List<String> methods = Arrays.stream(Class.forName(classes.get(0)).getDeclaredMethods())
                    .map(method -> method.getName()).toList();
            assertEquals(List.of(), Stream.of(name.group(2).split("\\+")).filter(method -> !methods.contains(method)).toList());
        }
    }

    private static List<String> classes(String simpleName) throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            return files.filter(file -> file.endsWith(simpleName + ".class"))
                    .map(file -> CLASSES.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", ""))
                    .toList();
        }
    }
}

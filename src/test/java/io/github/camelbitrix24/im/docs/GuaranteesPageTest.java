package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Every claim of the page on guarantees names tests, and these exist; so does every row of the page on the protocol.
 */
class GuaranteesPageTest {

    private static final Path PAGE = Path.of("docs/guarantees.md");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern POINT = Pattern.compile("(?ms)^### \\d\\. (.+?)$(.+?)(?=^##)");

    @ParameterizedTest
    @ValueSource(strings = { "docs/guarantees.md", "docs/protocol.md" })
    void everyTestThatIsNamedExists(Path page) throws IOException {
        List<String> missing = new ArrayList<>();
        Matcher test = TEST.matcher(Files.readString(page));
        int named = 0;
        for (; test.find(); named++) {
            if (!isTest(test.group(1), test.group(2))) {
                missing.add(test.group());
            }
        }
        assertEquals(List.of(), missing);
        assertTrue(named > 50, named + " tests are named");
    }

    @ParameterizedTest
    @ValueSource(strings = { "docs/guarantees.md", "docs/protocol.md" })
    void everyRowOfATableWithTestsNamesOne(Path page) throws IOException {
        List<String> without = new ArrayList<>();
        boolean tests = false;
        for (String line : Files.readAllLines(page)) {
            if (!line.startsWith("|")) {
                tests = false;
            } else if (line.endsWith("shown by |")) {
                tests = true;
            } else if (tests && !line.startsWith("|---") && !TEST.matcher(line).find()) {
                without.add(line);
            }
        }
        assertEquals(List.of(), without);
    }

    @Test
    void thereAreNinePointsAndEachNamesATest() throws IOException {
        Matcher point = POINT.matcher(Files.readString(PAGE));
        List<String> without = new ArrayList<>();
        int points = 0;
        for (; point.find(); points++) {
            if (!TEST.matcher(point.group(2)).find()) {
                without.add(point.group(1));
            }
        }
        assertEquals(9, points);
        assertEquals(List.of(), without);
    }

    private static boolean isTest(String name, String method) throws IOException {
        List<Class<?>> classes = classes(name);
        assertTrue(classes.size() < 2, () -> name + " is ambiguous: " + classes);
        return classes.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(candidate -> candidate.getName().equals(method))
                .anyMatch(GuaranteesPageTest::isTest);
    }

    private static boolean isTest(Method method) {
        return AnnotationSupport.isAnnotated(method, Testable.class);
    }

    private static List<Class<?>> classes(String simpleName) throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.endsWith(simpleName + ".java"))
                    .map(file -> TESTS.relativize(file).toString().replaceAll("\\.java$", "").replaceAll("[/\\\\]", "."))
                    .map(GuaranteesPageTest::load)
                    .collect(Collectors.toList());
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, GuaranteesPageTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}

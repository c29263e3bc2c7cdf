package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.Behaviour;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.EmulatedChat;
import io.github.camelbitrix24.im.testkit.EmulatedDisk;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.OAuthApplication;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What the page for authors of tests lists is what the test kit has.
 */
class TestingPageTest {

    private static final Path EXAMPLES = Path.of("src/test/java/io/github/camelbitrix24/im/docs/example");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern FAULT = Pattern.compile("Fault\\.(\\w+)\\(");
    private static final Pattern SWITCH = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.+) \\|$");
    private static final Pattern CONSTANT = Pattern.compile("`([A-Z][A-Z0-9_]+)`");

    private static String page() throws IOException {
        return Files.readString(Path.of("docs/testing.md"));
    }

    private static String section(String title) throws IOException {
        String from = page().substring(page().indexOf("\n## " + title + "\n") + 1);
        int end = from.indexOf("\n## ");
        return end < 0 ? from : from.substring(0, end);
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        for (Matcher matcher = pattern.matcher(text); matcher.find();) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @Test
    void theEmulatedMethodsAreListed() throws IOException {
        String section = section("Methods");
        String table = section.substring(0, section.indexOf("`portal.methods()`"));
        try (PortalEmulator portal = PortalEmulator.start()) {
            assertEquals(new TreeSet<>(portal.methods()), all(CODE, table));
        }
    }

    @Test
    void whatItShowsInJavaIsCompiledAndRun() throws IOException {
        List<String> shown = JAVA.matcher(page()).results().map(block -> condensed(block.group(1))).toList();
        List<String> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            for (Path file : files.toList()) {
                sources.add(condensed(Files.readString(file)));
            }
        }

        assertTrue(shown.size() > 6, shown.toString());
        assertEquals(List.of(),
                shown.stream().filter(block -> sources.stream().noneMatch(source -> source.contains(block))).toList());
    }

    private static String condensed(String code) {
        return code.strip().replaceAll("\\s+", " ");
    }

    @Test
    void theFaultsAreListed() throws IOException {
        Set<String> factories = new TreeSet<>();
        Arrays.stream(Fault.class.getDeclaredMethods()).filter(method -> Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic()).map(Method::getName).forEach(factories::add);
        assertTrue(factories.size() > 15, factories.toString());
        assertEquals(factories, all(FAULT, section("Faults")));
    }

    @Test
    void theSwitchesAreListedWithTheirValuesInOrder() throws IOException {
        Map<String, List<String>> switches = new TreeMap<>();
        for (Class<?> point : Behaviour.class.getDeclaredClasses()) {
            switches.put(point.getSimpleName(), Stream.of(point.getEnumConstants()).map(Object::toString).toList());
        }
        Map<String, List<String>> listed = new TreeMap<>();
        for (Matcher row = SWITCH.matcher(section("Switches")); row.find();) {
            List<String> known = switches.getOrDefault(row.group(1), List.of());
            List<String> values = new ArrayList<>();
            for (Matcher value = CONSTANT.matcher(row.group(2)); value.find();) {
                if (known.contains(value.group(1))) {
                    values.add(value.group(1));
                }
            }
            listed.put(row.group(1), values);
        }
        assertEquals(switches, listed);
    }

    @ParameterizedTest
    @ValueSource(classes = {
            PortalEmulator.class, EmulatedUser.class, EmulatedChat.class, EmulatedBot.class, EmulatedDisk.class,
            OAuthApplication.class })
    void whatItCanBeToldIsOnThePage(Class<?> type) throws IOException {
        String page = page();
        List<String> missing = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && method.getReturnType() == type)
                .map(Method::getName).distinct().filter(name -> !page.matches("(?s).*\\b" + name + "\\b.*")).sorted().toList();
        assertEquals(List.of(), missing);
    }
}

package io.github.camelbitrix24.im.quarkus;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What is registered for native images is there, and is all that is looked up by name. */
class NativeImageTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final Path FOLDER = CLASSES.resolve("META-INF/native-image/io.github.camelbitrix24/camel-bitrix24-im");
    private static final String OWN = "io.github.camelbitrix24.";

    private static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve(file).toFile());
    }

    /** The registered classes for which something is registered. */
    private static Set<String> registered(String access) throws IOException {
        Set<String> names = new TreeSet<>();
        read("reflect-config.json").forEach(entry -> {
            if (entry.path(access).asBoolean()) {
                names.add(entry.path("name").asText());
            }
        });
        return names;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> walked = Files.walk(CLASSES)) {
            return walked.filter(Files::isRegularFile).map(CLASSES::relativize).toList();
        }
    }

    @Test
    void everyRegisteredClassExists() throws Exception {
        for (JsonNode entry : read("reflect-config.json")) {
            assertNotNull(Class.forName(entry.path("name").asText(), false, getClass().getClassLoader()));
        }
    }

    @Test
    void theViewsThatExpressionsLookAtAreRegisteredWithTheirMethods() throws Exception {
        Set<String> views = new TreeSet<>();
        collect(Bitrix24ImEvent.class, views);

        assertTrue(views.size() > 3, views.toString());
        assertEquals(views, registered("allDeclaredMethods"));
        assertEquals(views, registered("allPublicMethods"));
    }

    /** By the annotations of the views, and those that these name. */
    @Test
    void whatJacksonMakesIsRegisteredWithItsConstructors() throws Exception {
        Set<String> views = new TreeSet<>();
        collect(Bitrix24ImEvent.class, views);
        Set<String> made = new TreeSet<>();
        for (String name : views) {
            Class<?> view = Class.forName(name);
            if (view.isAnnotationPresent(JsonSerialize.class)) {
                made.add(view.getAnnotation(JsonSerialize.class).using().getName());
            }
            if (view.isAnnotationPresent(JsonDeserialize.class)) {
                made.add(view.getAnnotation(JsonDeserialize.class).using().getName());
            }
            if (Stream.of(view.getDeclaredConstructors()).anyMatch(c -> c.isAnnotationPresent(JsonCreator.class))) {
                made.add(name);
            }
        }

        assertTrue(made.size() > 5, made.toString());
        assertEquals(made, registered("allDeclaredConstructors"));
    }

    private static void collect(Class<?> view, Set<String> views) {
        if (view == null || !view.getName().startsWith(OWN) || !views.add(view.getName())) {
            return;
        }
        collect(view.getSuperclass(), views);
        for (Method method : view.getDeclaredMethods()) {
            if (Modifier.isPublic(method.getModifiers())) {
                collect(method.getReturnType(), views);
            }
        }
    }

    @Test
    void whatCamelLoadsByNameIsRegisteredWithItsConstructors() throws Exception {
        Set<String> services = new TreeSet<>();
        for (Path file : files()) {
            String name = file.toString();
            if (name.startsWith("META-INF/services/org/apache/camel/") && !name.matches(".*\\.(json|properties)")) {
                try (Stream<String> lines = Files.lines(CLASSES.resolve(file))) {
                    lines.map(line -> line.replaceFirst("^class=", "")).filter(line -> line.startsWith(OWN))
                            .forEach(services::add);
                }
            }
        }

        assertTrue(services.size() > 5, services.toString());
        assertEquals(services, registered("allPublicConstructors"));
    }

    @Test
    void everyResourcePatternFindsFilesAndNoServiceFileIsLeftOut() throws Exception {
        List<Pattern> patterns = read("resource-config.json").at("/resources/includes").findValuesAsText("pattern").stream()
                .map(Pattern::compile).toList();
        List<String> names = files().stream().map(Path::toString).toList();

        assertTrue(patterns.size() > 3);
        patterns.forEach(pattern -> assertTrue(names.stream().anyMatch(pattern.asMatchPredicate()), pattern.pattern()));
        names.stream().filter(
                name -> name.matches("(META-INF/services/org/apache/camel/[^.]*|.*\\.kamelet\\.yaml|io/.*\\.properties)"))
                .forEach(name -> assertTrue(patterns.stream().anyMatch(p -> p.matcher(name).matches()), name));
    }
}

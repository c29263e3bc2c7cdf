package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The pages for those who change this component name classes and files that are there, also after the next renaming.
 */
class NamesOnPagesTest {

    private static final String FILE
            = "(?:\\.ci|benchmarks|docs|examples|routes|src)/[\\w./-]+(?: .*)?|pom\\.xml|[\\w.-]+\\.md";

    private static final Path PACKAGES = Path.of("src/main/java/io/github/camelbitrix24");
    private static final Pattern ROOM = Pattern.compile("(?m)^\\| `(im(?:\\.\\w+)?)`");

    private final SourceNames names = new SourceNames();

    @ParameterizedTest
    @ValueSource(strings = { "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md" })
    void everyClassThatIsNamedIsThere(Path page) {
        List<String> named = named(page);

        assertTrue(named.size() > 8, named.toString());
        assertEquals(List.of(), named.stream().filter(code -> !names.knows(code)).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "CONTRIBUTING.md", "SECURITY.md", "docs/architecture.md" })
    void everyFileThatIsNamedIsThere(Path page) {
        List<String> files = new MarkdownPage(page).code().stream().filter(code -> code.matches(FILE))
                .map(code -> code.replaceFirst(" .*", "")).filter(file -> !file.startsWith("target/")).toList();

        assertFalse(files.isEmpty());
        assertEquals(List.of(), files.stream().filter(file -> Files.notExists(Path.of(file))).toList());
    }

    @Test
    void theRoomsAreThePackages() throws IOException {
        String page = new MarkdownPage(Path.of("docs/architecture.md")).text();
        Set<String> rooms
                = ROOM.matcher(page).results().map(room -> room.group(1)).collect(Collectors.toCollection(TreeSet::new));

        try (Stream<Path> files = Files.walk(PACKAGES)) {
            assertEquals(files.filter(file -> file.endsWith("package-info.java"))
                    .map(file -> PACKAGES.relativize(file.getParent()).toString().replace('/', '.'))
                    .collect(Collectors.toCollection(TreeSet::new)), rooms);
        }
    }

    @Test
    void namesOfOthersAndMembersAreKnown() {
        for (String known : List.of("Bitrix24ImConsumer", "SourceNames", "SourceNames#knows", "SourceNames.read",
                "CamelContext", "Thread", "PortalEmulator")) {
            assertTrue(SourceNames.isOne(known) && names.knows(known), known);
        }
    }

    @Test
    void aNameThatIsNotThereIsNoticed() {
        for (String unknown : List.of("Bitrix24ImConsummer", "SourceNames#knowsNothing", "CamelContexts")) {
            assertTrue(SourceNames.isOne(unknown) && !names.knows(unknown), unknown);
        }
        for (String other : List.of("ONIMV2MESSAGEADD", "im.v2.Event.get", "RAW", "settings.xml", "Build-Jdk-Spec")) {
            assertFalse(SourceNames.isOne(other), other);
        }
    }

    private static List<String> named(Path page) {
        return new MarkdownPage(page).code().stream().filter(SourceNames::isOne).toList();
    }
}

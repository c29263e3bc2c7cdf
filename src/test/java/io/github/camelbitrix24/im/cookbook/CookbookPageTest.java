package io.github.camelbitrix24.im.cookbook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The page shows the files of the cookbook as they are, all of them, and each is run by a test. With
 * {@code -Dreadme.update=true} the page is written anew.
 */
class CookbookPageTest {

    private static final Path PAGE = Path.of("docs/cookbook.md");
    private static final Path TESTS = Path.of("src/test/java/io/github/camelbitrix24/im/cookbook");
    private static final Pattern PLACE
            = Pattern.compile("(<!-- recipe: ([\\w-]+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    @Test
    void thePageShowsTheFilesAsTheyAre() throws IOException {
        String page = Files.readString(PAGE);
        String current = PLACE.matcher(page).replaceAll(
                place -> Matcher
                        .quoteReplacement(place.group(1) + "```yaml\n" + text(place.group(2)) + "```\n" + place.group(3)));
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(PAGE, current);
            return;
        }
        assertEquals(current, page,
                "The routes of " + PAGE + " are stale. Renew them with:"
                                    + " ./mvnw test -Dtest=CookbookPageTest -Dreadme.update=true\n");
    }

    @Test
    void everyFileIsOnThePageOnce() throws IOException {
        List<String> shown = PLACE.matcher(Files.readString(PAGE)).results().map(MatchResult::group)
                .map(place -> place.replaceAll("(?s)<!-- recipe: ([\\w-]+) .*", "$1")).sorted().toList();

        assertEquals(files(Recipe.FOLDER).map(name -> name.replace(".camel.yaml", "")).sorted().toList(), shown);
    }

    @Test
    void everyFileIsRunByATest() throws IOException {
        String tests = files(TESTS).map(name -> read(TESTS.resolve(name))).collect(Collectors.joining());
        List<String> untested = files(Recipe.FOLDER).map(name -> name.replace(".camel.yaml", ""))
                .filter(name -> !tests.contains("start(\"" + name + "\"")).toList();

        assertTrue(tests.contains("start(\""));
        assertEquals(List.of(), untested);
    }

    private static String text(String recipe) {
        return read(Recipe.FOLDER.resolve(recipe + ".camel.yaml"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}

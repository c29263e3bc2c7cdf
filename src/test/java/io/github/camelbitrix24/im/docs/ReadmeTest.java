package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The first page is short, and begins with what somebody does who has just cloned the repository.
 */
class ReadmeTest {

    private static final Path PAGE = Path.of("README.md");
    private static final int LIMIT = 13_000;
    private static final Pattern BLOCK = Pattern.compile("(?ms)^## (.+?)$.*?^```\n(.*?)^```$");
    private static final Pattern OPTION = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    @Test
    void itIsReadInAFewMinutes() throws IOException {
        assertTrue(Files.size(PAGE) <= LIMIT,
                Files.size(PAGE) + " bytes; it holds what somebody new needs, all else belongs into docs/");
    }

    @Test
    void twoCommandsComeFirst() throws IOException {
        MatchResult first = BLOCK.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow();

        assertEquals("Try it", first.group(1));
        assertEquals(List.of("./mvnw test-compile exec:java", "./mvnw verify"),
                first.group(2).lines().map(line -> line.replaceAll("\\s+#.*", "")).toList());
    }

    @Test
    void tenOptionsAreShown() throws IOException {
        assertEquals(10, OPTION.matcher(Files.readString(PAGE)).results().count());
    }
}

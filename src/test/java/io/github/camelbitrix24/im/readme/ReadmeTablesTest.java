package io.github.camelbitrix24.im.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The tables of the README are those of the catalog. With {@code -Dreadme.update=true} they are written anew.
 */
class ReadmeTablesTest {

    private static final Path README = Path.of("README.md");
    private static final Pattern TABLE = Pattern.compile("(<!-- generated: (.+?) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

    private final Catalog catalog = new Catalog();

    @Test
    void theTablesAreThoseOfTheCatalog() throws IOException {
        String readme = Files.readString(README);
        String current = withTables(readme, catalog.tables());
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(README, current);
            return;
        }
        assertEquals(current, readme,
                "The tables of README.md are stale. Renew them with:"
                                      + " ./mvnw test -Dtest=ReadmeTablesTest -Dreadme.update=true\n");
    }

    @Test
    void theDependencyIsOfThisVersion() throws IOException {
        assertTrue(Files.readString(README).contains("<version>" + catalog.version() + "</version>"), catalog.version());
    }

    private static String withTables(String readme, Map<String, String> tables) {
        Matcher places = TABLE.matcher(readme);
        StringBuilder current = new StringBuilder();
        int found = 0;
        for (; places.find(); found++) {
            places.appendReplacement(current,
                    Matcher.quoteReplacement(places.group(1) + tables.get(places.group(2)) + places.group(3)));
        }
        assertEquals(tables.size(), found, "places for tables in README.md");
        return places.appendTail(current).toString();
    }
}

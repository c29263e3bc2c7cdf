package io.github.camelbitrix24.im.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The tables of options and headers on the pages are those of the catalog. With {@code -Dreadme.update=true} they are
 * written anew.
 */
class ReadmeTablesTest {

    private static final String MARKDOWN = "(<!-- generated: (.+?) -->\n).*?(<!-- end -->)";

    enum Page {
        README("README.md", 1, MARKDOWN, Table::markdown),
        OPTIONS("docs/options.md", 3, MARKDOWN, Table::markdown),
        HEADERS("docs/headers.md", 1, MARKDOWN, Table::markdown),
        COMPONENT("src/main/docs/bitrix24-im-component.adoc", 4, "(// generated: (.+?)\n).*?(// end\n)", Table::asciidoc);

        private final Path file;
        private final int tables;
        private final Pattern place;
        private final Function<Table, String> writer;

        Page(String file, int tables, String place, Function<Table, String> writer) {
            this.file = Path.of(file);
            this.tables = tables;
            this.place = Pattern.compile(place, Pattern.DOTALL);
            this.writer = writer;
        }
    }

    private final Catalog catalog = new Catalog();

    @ParameterizedTest
    @EnumSource
    void theTablesAreThoseOfTheCatalog(Page page) throws IOException {
        String text = Files.readString(page.file);
        String current = withTables(page, text);
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(page.file, current);
            return;
        }
        assertEquals(current, text,
                "The tables of " + page.file + " are stale. Renew them with:"
                                    + " ./mvnw test -Dtest=ReadmeTablesTest -Dreadme.update=true\n");
    }

    @ParameterizedTest
    @ValueSource(strings = { "README.md", "docs/testing.md", "docs/spring-boot.md" })
    void theDependencyIsOfThisVersion(Path page) throws IOException {
        assertTrue(Files.readString(page).contains("<version>" + catalog.version() + "</version>"), catalog.version());
    }

    private String withTables(Page page, String text) {
        Matcher places = page.place.matcher(text);
        StringBuilder current = new StringBuilder();
        int found = 0;
        for (; places.find(); found++) {
            Table table = catalog.table(places.group(2));
            places.appendReplacement(current,
                    Matcher.quoteReplacement(places.group(1) + page.writer.apply(table) + places.group(3)));
        }
        assertEquals(page.tables, found, "places for tables in " + page.file);
        return places.appendTail(current).toString();
    }
}

package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whoever follows a link from one page of this repository to another, or to a section of it, gets there.
 */
class LinksTest {

    private static final Path COMPONENT_PAGE = Path.of("src/main/docs/bitrix24-im-component.adoc");
    private static final Pattern ASCIIDOC_LINK = Pattern.compile("link:([^\\[\\s]+)\\[");

    @TempDir
    Path folder;

    static List<MarkdownPage> pages() {
        return MarkdownPage.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(MarkdownPage page) {
        assertEquals(List.of(), dead(page));
    }

    @Test
    void theLinksOfTheComponentsPageLeadSomewhere() throws IOException {
        List<String> links = ASCIIDOC_LINK.matcher(Files.readString(COMPONENT_PAGE)).results()
                .map(link -> link.group(1)).filter(link -> !isElsewhere(link)).toList();

        assertTrue(links.size() > 5, links.toString());
        assertEquals(List.of(), links.stream().filter(link -> Files.notExists(target(COMPONENT_PAGE, link))).toList());
    }

    @Test
    void everyPageOfTheDocumentationIsLinkedFromTheReadme() {
        Path readme = Path.of("README.md");
        List<Path> linked = new MarkdownPage(readme).links().stream().filter(link -> !isElsewhere(link))
                .map(link -> target(readme, link)).toList();

        assertEquals(List.of(), MarkdownPage.all().stream().map(MarkdownPage::file)
                .filter(file -> file.getNameCount() < 3 && !file.equals(readme) && !linked.contains(file)).toList());
    }

    @Test
    void deadLinksAreNoticed() throws IOException {
        Path page = Files.writeString(folder.resolve("page.md"), """
                # A page: of `this` kind

                [here](#a-page-of-this-kind), [there](other.md#nowhere), [gone](gone.md) and [away](https://example.com/x)

                ```
                [no link](either.md)
                ```
                """);
        Files.writeString(folder.resolve("other.md"), "# Other\n");

        assertEquals(List.of("other.md#nowhere", "gone.md"), dead(new MarkdownPage(page)));
    }

    private static List<String> dead(MarkdownPage page) {
        return page.links().stream().filter(link -> !isElsewhere(link) && !leadsSomewhere(page.file(), link)).toList();
    }

    private static boolean leadsSomewhere(Path page, String link) {
        Path target = target(page, link);
        if (Files.notExists(target)) {
            return false;
        }
        int anchor = link.indexOf('#');
        return anchor < 0 || new MarkdownPage(target).anchors().contains(link.substring(anchor + 1));
    }

    private static Path target(Path page, String link) {
        String path = link.replaceFirst("#.*", "");
        return path.isEmpty() ? page : page.resolveSibling(path).normalize();
    }

    private static boolean isElsewhere(String link) {
        return link.matches("[a-z]+:.*");
    }
}

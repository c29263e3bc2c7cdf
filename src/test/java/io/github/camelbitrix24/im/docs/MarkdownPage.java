package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of this repository in Markdown: what it links to, what it shows as code within its text, and the anchors of
 * its headings as GitHub makes them.
 */
record MarkdownPage(Path file) {

    private static final List<Path> PLACES = List.of(Path.of("."), Path.of("docs"), Path.of("examples"));
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```.*?^```$");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)|(?m)^\\[[^]]+]: (\\S+)$");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");

    static List<MarkdownPage> all() {
        return PLACES.stream().flatMap(place -> {
            try (Stream<Path> files = Files.walk(place, place.equals(Path.of(".")) ? 1 : 2)) {
                return files.filter(file -> file.toString().endsWith(".md")).map(Path::normalize).sorted().toList().stream();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).map(MarkdownPage::new).toList();
    }

    String text() {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String prose() {
        return BLOCK.matcher(text()).replaceAll("");
    }

    List<String> links() {
        return LINK.matcher(CODE.matcher(prose()).replaceAll("code")).results()
                .map(link -> link.group(1) != null ? link.group(1) : link.group(2)).toList();
    }

    List<String> code() {
        return CODE.matcher(prose()).results().map(code -> code.group(1)).toList();
    }

    Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        HEADING.matcher(prose()).results().map(heading -> anchor(heading.group(1))).forEach(anchors::add);
        return anchors;
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\s_-]", "").replace(' ', '-');
    }

    @Override
    public String toString() {
        return file.toString();
    }
}

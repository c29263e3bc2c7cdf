package io.github.camelbitrix24.im.readme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of a page, as the page's language writes it.
 */
record Table(List<String> head, List<List<String>> rows) {

    String markdown() {
        List<List<String>> lines = new ArrayList<>(rows);
        lines.add(0, head);
        lines.add(1, Collections.nCopies(head.size(), "---"));
        return lines.stream()
                .map(cells -> cells.get(0).equals("---") ? "|---".repeat(head.size()) + "|\n" : markdown(cells))
                .collect(Collectors.joining());
    }

    private static String markdown(List<String> cells) {
        return cells.stream().map(Table::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** The last column has the descriptions and is the widest. */
    String asciidoc() {
        String columns = "2,".repeat(head.size() - 1) + "6";
        return "[width=\"100%\",cols=\"" + columns + "\",options=\"header\"]\n|===\n" + asciidoc(head)
               + rows.stream().map(Table::asciidoc).collect(Collectors.joining()) + "|===\n";
    }

    private static String asciidoc(List<String> cells) {
        return cells.stream().map(cell -> ("| " + escaped(cell)).trim()).collect(Collectors.joining(" ", "", "\n"));
    }

    private static String escaped(String cell) {
        return cell.replace("\n", " ").replace("|", "\\|");
    }
}

package io.github.camelbitrix24.im.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/**
 * A table of Markdown as lines with aligned columns, for a font in which all characters are equally wide.
 */
final class CodeTable {

    private CodeTable() {
    }

    static String of(TableBlock table) {
        List<List<TableCell>> rows = rows(table);
        List<TableCell> head = rows.get(0);
        int[] widths = new int[head.size()];
        for (List<TableCell> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                widths[column] = Math.max(widths[column], width(text(row.get(column))));
            }
        }
        List<String> lines = new ArrayList<>();
        for (List<TableCell> row : rows) {
            lines.add(line(row, widths));
            if (lines.size() == 1) {
                lines.add(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("-+-")));
            }
        }
        return String.join("\n", lines);
    }

    private static List<List<TableCell>> rows(TableBlock table) {
        List<List<TableCell>> rows = new ArrayList<>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                List<TableCell> cells = new ArrayList<>();
                for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
                    cells.add((TableCell) cell);
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static String line(List<TableCell> row, int[] widths) {
        List<String> cells = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String text = text(row.get(column));
            int room = widths[column] - width(text);
            TableCell.Alignment alignment = row.get(column).getAlignment();
            int before = alignment == TableCell.Alignment.RIGHT ? room
                    : alignment == TableCell.Alignment.CENTER ? room / 2 : 0;
            cells.add(" ".repeat(before) + text + " ".repeat(room - before));
        }
        return String.join(" | ", cells).stripTrailing();
    }

    private static String text(TableCell cell) {
        return InlineText.of(cell).strip();
    }

    /** In columns: an ideograph and an emoji take two, an accent that stands on a letter none. */
    private static int width(String text) {
        return text.codePoints().map(CodeTable::width).sum();
    }

    private static int width(int character) {
        switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT:
                return 0;
            default:
                boolean wide = character >= 0x1100 && character <= 0x115f || character >= 0x2e80 && character <= 0xa4cf
                        || character >= 0xac00 && character <= 0xd7a3 || character >= 0xf900 && character <= 0xfaff
                        || character >= 0xff00 && character <= 0xff60 || character >= 0x1f300 && character <= 0x1faff
                        || character >= 0x20000 && character <= 0x3fffd;
                return wide ? 2 : 1;
        }
    }
}

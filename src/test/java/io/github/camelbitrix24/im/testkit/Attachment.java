package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The rich blocks under a message as the portal keeps them: a list of one, of which what is not known is dropped. */
final class Attachment {

    private static final Set<String> DISPLAYS = Set.of("BLOCK", "LINE", "ROW", "TABLE");
    private static final long LINE_LENGTH = 200;

    private Attachment() {
    }

    /**
     * @param  sent a list of blocks, or an object with {@code BLOCKS}
     * @return      empty if nothing is left of it
     */
    static List<Object> of(Object sent, long id) {
        Map<?, ?> frame = sent instanceof Map<?, ?> map && map.containsKey("BLOCKS") ? map : Map.of();
        List<Object> blocks = new ArrayList<>();
        for (Object block : Buttons.elements(frame.isEmpty() ? sent : frame.get("BLOCKS"))) {
            if (block instanceof Map<?, ?> fields) {
                add(fields, blocks);
            }
        }
        if (blocks.isEmpty()) {
            return List.of();
        }
        Map<String, Object> attachment = new LinkedHashMap<>();
        attachment.put("ID", id);
        if (frame.get("COLOR") instanceof String color && Buttons.COLOR.matcher(color).matches()) {
            attachment.put("COLOR", color);
        }
        attachment.put("COLOR_TOKEN", Buttons.oneOf(frame, "COLOR_TOKEN", Buttons.TOKENS, "base"));
        attachment.put("DESCRIPTION", Buttons.text(frame, "DESCRIPTION"));
        attachment.put("BLOCKS", blocks);
        return List.of(attachment);
    }

    private static void add(Map<?, ?> sent, List<Object> blocks) {
        Object block = null;
        String kind = "";
        for (String name : List.of("USER", "LINK", "RICH_LINK", "MESSAGE", "GRID", "IMAGE", "FILE", "DELIMITER")) {
            if (sent.get(name) != null) {
                kind = name;
                block = kept(name, sent.get(name));
                break;
            }
        }
        if (block != null) {
            blocks.add(Map.of(kind, block));
        }
    }

    /** Null if nothing is left. */
    private static Object kept(String kind, Object sent) {
        return switch (kind) {
            case "USER" -> withEach(sent, user -> !Buttons.text(user, "NAME").isEmpty(), false);
            case "LINK", "RICH_LINK" -> withEach(sent, Attachment::isLink, false);
            case "IMAGE", "FILE" -> withEach(sent, Attachment::isLink, true);
            case "GRID" -> grid(sent);
            case "DELIMITER" -> delimiter(sent instanceof Map<?, ?> map ? map : Map.of());
            default -> sent instanceof String text && !Php.trimmed(text).isEmpty() ? Php.trimmed(text) : null;
        };
    }

    private static Object withEach(Object sent, Predicate<Map<?, ?>> good, boolean list) {
        if (sent instanceof Map<?, ?> single) {
            return !good.test(single) ? null : list ? List.of(single) : single;
        }
        List<Object> kept = new ArrayList<>();
        for (Object element : sent instanceof Collection<?> several ? several : List.of()) {
            if (element instanceof Map<?, ?> fields && good.test(fields)) {
                kept.add(fields);
            }
        }
        return kept.isEmpty() ? null : kept;
    }

    private static boolean isLink(Map<?, ?> element) {
        return element.get("LINK") instanceof String link && Buttons.ADDRESS.matcher(link).matches();
    }

    private static Object grid(Object sent) {
        List<Object> rows = new ArrayList<>();
        for (Object element : Buttons.elements(sent)) {
            if (element instanceof Map<?, ?> row
                    && !(Buttons.text(row, "NAME").isEmpty() && Buttons.text(row, "VALUE").isEmpty())) {
                Map<String, Object> kept = new LinkedHashMap<>();
                kept.put("DISPLAY", Buttons.oneOf(row, "DISPLAY", DISPLAYS, "BLOCK"));
                kept.put("NAME", Buttons.text(row, "NAME"));
                kept.put("VALUE", Buttons.text(row, "VALUE"));
                if (Php.integer(row.get("WIDTH")) > 0) {
                    kept.put("WIDTH", Php.integer(row.get("WIDTH")));
                }
                if (row.get("COLOR") instanceof String color && Buttons.COLOR.matcher(color).matches()) {
                    kept.put("COLOR", color);
                }
                rows.add(kept);
            }
        }
        return rows.isEmpty() ? null : rows;
    }

    private static Object delimiter(Map<?, ?> sent) {
        Map<String, Object> delimiter = new LinkedHashMap<>();
        delimiter.put("SIZE", Php.integer(sent.get("SIZE")) > 0 ? Php.integer(sent.get("SIZE")) : LINE_LENGTH);
        if (sent.get("COLOR") instanceof String color && Buttons.COLOR.matcher(color).matches()) {
            delimiter.put("COLOR", color);
        }
        return delimiter;
    }
}

package io.github.camelbitrix24.im.file;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a file may be called on any file system: a name and never a path, in the letters that it was given.
 */
public final class FileName {

    /** As most file systems and the portal take it. */
    private static final int MOST_BYTES = 255;
    private static final int MOST_EXTENSION_BYTES = 32;
    private static final String REPLACEMENT = "_";

    /** Separators of paths, streams and patterns; what is not seen, or turns round how the rest is read. */
    private static final Pattern UNFIT = Pattern.compile(
            "[/\\\\:*?\"<>|\\p{Cc}\\p{Cs}\\u2028\\u2029\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");
    private static final Pattern AROUND = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}.]+$");
    /** Windows opens a device, whatever extension follows. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])[ ]*(?:\\..*)?");

    private FileName() {
    }

    /**
     * @param proposed  what somebody else calls it; {@code null}, empty or anything else
     * @param otherwise what it is called if nothing is left of that
     */
    public static String of(String proposed, String otherwise) {
        String name = trimmed(UNFIT.matcher(proposed == null ? "" : proposed).replaceAll(REPLACEMENT));
        if (name.isEmpty()) {
            return otherwise;
        }
        if (DEVICE.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
            name = REPLACEMENT + name;
        }
        return bytes(name) <= MOST_BYTES ? name : shortened(name);
    }

    private static String trimmed(String name) {
        return AROUND.matcher(name).replaceAll("");
    }

    /** Its extension tells what it is, so that is kept. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && bytes(name.substring(dot)) <= MOST_EXTENSION_BYTES ? name.substring(dot) : "";
        String base = name.substring(0, name.length() - extension.length());
        return trimmed(beginning(base, MOST_BYTES - bytes(extension))) + extension;
    }

    private static String beginning(String text, int mostBytes) {
        int end = 0;
        int bytes = 0;
        while (end < text.length()) {
            int character = text.codePointAt(end);
            bytes += bytes(Character.toString(character));
            if (bytes > mostBytes) {
                break;
            }
            end += Character.charCount(character);
        }
        return text.substring(0, end);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}

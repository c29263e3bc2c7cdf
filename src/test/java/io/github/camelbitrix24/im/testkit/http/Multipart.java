package io.github.camelbitrix24.im.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The body of a form with files: fields are texts, files stay where they are. */
final class Multipart {

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE = Pattern.compile("[; ]filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("^content-type:\\s*(\\S+)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final byte[] BLANK_LINE = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Multipart() {
    }

    static Map<String, Object> parse(String contentType, Content body) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            return fields;
        }
        byte[] delimiter = ("--" + boundary.group(1)).getBytes(StandardCharsets.UTF_8);
        for (int start = find(body, delimiter, 0); start >= 0;) {
            int from = start + delimiter.length;
            int next = find(body, delimiter, from);
            if (next >= 0) {
                add(fields, body.part(from, next - from));
            }
            start = next;
        }
        return fields;
    }

    private static void add(Map<String, Object> fields, Content part) {
        int blank = find(part, BLANK_LINE, 0);
        String head = blank < 0 ? "" : new String(part.part(0, blank).bytes(), StandardCharsets.UTF_8);
        Matcher name = NAME.matcher(head);
        if (!name.find()) {
            return;
        }
        int from = blank + BLANK_LINE.length;
        Content value = part.part(from, Math.max(0, part.length() - from - "\r\n".length()));
        Matcher file = FILE.matcher(head);
        Matcher type = TYPE.matcher(head);
        QueryString.put(fields, name.group(1), file.find()
                ? new UploadedPart(file.group(1), type.find() ? type.group(1) : "", value)
                : new String(value.bytes(), StandardCharsets.UTF_8));
    }

    private static int find(Content in, byte[] wanted, int from) {
        for (int at = from; at <= in.length() - wanted.length; at++) {
            if (in.at(at) == wanted[0] && matches(in, wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean matches(Content in, byte[] wanted, int at) {
        for (int i = 1; i < wanted.length; i++) {
            if (in.at(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}

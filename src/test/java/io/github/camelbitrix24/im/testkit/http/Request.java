package io.github.camelbitrix24.im.testkit.http;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** One HTTP request as it came over the wire; header names are lower case. */
public record Request(String method, String target, Map<String, String> headers, Content body, String remoteAddress) {

    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public String query() {
        int query = target.indexOf('?');
        return query < 0 ? "" : target.substring(query + 1);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public String text() {
        return new String(body.bytes(), StandardCharsets.UTF_8);
    }

    /** The body as it is worth remembering: of a large one only how large it is. */
    public String shownText() {
        return body.isLarge() ? "(" + body.length() + " bytes)" : text();
    }

    boolean keepsAlive() {
        return !header("connection").toLowerCase(Locale.ROOT).contains("close");
    }
}

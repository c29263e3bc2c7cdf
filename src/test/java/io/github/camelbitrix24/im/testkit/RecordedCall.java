package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A call that reached the emulated portal: what was asked, by whom, and how it was answered. The secret in the path is
 * masked; status 0 means that no answer was sent. {@code error} is the code in the answer, or empty.
 */
public record RecordedCall(String method, long userId, String httpMethod, String path, Map<String, String> headers,
        Map<String, Object> params, String body, int status, String error, Instant at) {

    private static final Set<String> SECRETS
            = Set.of("auth", "access_token", "refresh_token", "client_secret", "code", "token", "bottoken", "bot_token",
                    "clientid", "client_id");

    /** What is longer is a file, or as good as one. */
    private static final int LONGEST_SHOWN = 500;

    public RecordedCall {
        headers = Collections.unmodifiableMap(headers);
        params = Collections.unmodifiableMap(params);
    }

    /** A parameter as it was decoded, or null. */
    public Object param(String name) {
        return params.get(name);
    }

    @Override
    public String toString() {
        Map<String, Object> shown = new LinkedHashMap<>(params);
        shown.replaceAll(RecordedCall::masked);
        return httpMethod + " " + path + " " + shown + " -> " + status + (error.isEmpty() ? "" : " " + error);
    }

    private static Object masked(Object name, Object value) {
        if (SECRETS.contains(name.toString().toLowerCase(Locale.ROOT))) {
            return "****";
        }
        if (value instanceof String text && text.length() > LONGEST_SHOWN) {
            return text.substring(0, LONGEST_SHOWN) + "... (" + text.length() + " characters)";
        }
        if (value instanceof List<?> list) {
            return list.stream().map(element -> masked("", element)).collect(Collectors.toList());
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        Map<Object, Object> masked = new LinkedHashMap<>(map);
        masked.replaceAll(RecordedCall::masked);
        return masked;
    }
}

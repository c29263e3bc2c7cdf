package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.StatusTable;

/** A call that ends in an error of the REST server. */
final class RestFailure extends RuntimeException {

    private final transient KnownError error;
    private final transient Map<String, Object> more = new LinkedHashMap<>();

    private RestFailure(KnownError error) {
        super(error.code() + ": " + error.description(), null, false, false);
        this.error = error;
    }

    static RestFailure of(String code) {
        return new RestFailure(
                KnownError.find(code)
                        .orElseThrow(() -> new IllegalArgumentException("The error table does not know " + code)));
    }

    static RestFailure of(String code, String description, int status) {
        return new RestFailure(new KnownError(code, description, status, status));
    }

    static RestFailure of(Fault.RestError fault) {
        RestFailure failure = fault.status() == 0 ? of(fault.code()) : of(fault.code(), fault.description(), fault.status());
        return switch (fault.code()) {
            case "ERROR_ARGUMENT" -> failure.with("argument", "offset");
            case "access_denied", "session_failed" -> failure.with("sessid", "0123456789abcdef0123456789abcdef");
            default -> failure;
        };
    }

    RestFailure described(String description) {
        return new RestFailure(new KnownError(error.code(), description, error.status(), error.olderStatus()));
    }

    RestFailure with(String key, Object value) {
        more.put(key, value);
        return this;
    }

    String code() {
        return error.code();
    }

    int status(StatusTable table) {
        return error.status(table);
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("error", error.code());
        if (error.description() != null) {
            body.put("error_description", error.description());
        }
        body.putAll(more);
        return body;
    }
}

package io.github.camelbitrix24.im.demo.parity;

import java.net.http.HttpHeaders;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came back for one request. What is told of it holds codes, kinds and names of fields, and never a value that
 * somebody wrote.
 *
 * @param json nothing if it was none
 */
record Reading(int status, HttpHeaders headers, String body, JsonNode json) {

    /** A code of the portal's is one word; anything else is not told. */
    private static final Pattern CODE = Pattern.compile("\\w{0,60}");

    JsonNode result() {
        return json.path("result");
    }

    boolean isRefused() {
        return json.has("error");
    }

    /** Status and, if it is a refusal, the code. */
    String outcome() {
        if (!isRefused()) {
            return status + (json.has("result") ? " result" : json.isMissingNode() ? " no JSON" : " no result");
        }
        String code = json.path("error").asText();
        return status + " " + (CODE.matcher(code).matches() ? code : "(a code that is no word)");
    }

    String header(String name) {
        return headers.firstValue(name).orElse("none");
    }

    /** The kind of a value: {@code text}, {@code whole number}, {@code list}, ... */
    static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> "text";
            case NUMBER -> value.isIntegralNumber() ? "whole number" : "fraction";
            case BOOLEAN -> "flag";
            case ARRAY -> value.isEmpty() ? "empty list" : "list";
            case OBJECT -> value.isEmpty() ? "empty object" : "object";
            case NULL -> "null";
            default -> "absent";
        };
    }
}

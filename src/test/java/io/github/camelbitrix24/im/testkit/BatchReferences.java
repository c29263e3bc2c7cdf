package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Replaces {@code $result[key][field]} in the parameters of a batch's command by what earlier commands have returned.
 */
record BatchReferences(Map<String, Object> results) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern REFERENCE = Pattern.compile("\\$result((?:\\[[^]]*])+)");

    Map<String, Object> resolve(Map<String, Object> params) {
        Map<String, Object> resolved = new LinkedHashMap<>(params);
        resolved.replaceAll((name, value) -> value instanceof String text && text.contains("$result") ? replaced(text) : value);
        return resolved;
    }

    private String replaced(String text) {
        Matcher references = REFERENCE.matcher(text);
        return references.replaceAll(reference -> Matcher.quoteReplacement(value(reference.group(1))));
    }

    private String value(String path) {
        try {
            JsonNode node = JSON.readTree(WireJson.bytes(results));
            for (String key : path.substring(1, path.length() - 1).split("]\\[")) {
                node = node.isArray() && key.matches("[0-9]{1,9}") ? node.path(Integer.parseInt(key)) : node.path(key);
            }
            return node.isMissingNode() ? "" : node.asText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

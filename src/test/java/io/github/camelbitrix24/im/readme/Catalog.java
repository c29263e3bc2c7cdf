package io.github.camelbitrix24.im.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the component's catalog entry says of options and headers, as tables of Markdown.
 */
final class Catalog {

    private static final Path FILE
            = Path.of("src/generated/resources/META-INF/io/github/camelbitrix24/im/bitrix24-im.json");

    private final JsonNode json;

    Catalog() {
        try {
            json = new ObjectMapper().readTree(FILE.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String version() {
        return json.at("/component/version").asText();
    }

    /** The tables by the names that mark their places. */
    Map<String, String> tables() {
        JsonNode component = componentOptions();
        JsonNode endpoint = json.path("properties");
        return Map.of(
                "options of component and endpoint", options(endpoint, component::has),
                "options of the endpoint only",
                options(endpoint, name -> !component.has(name) && !"path".equals(endpoint.at("/" + name + "/kind").asText())),
                "options of the component only", options(component, name -> !endpoint.has(name)),
                "headers", headers(json.path("headers")));
    }

    JsonNode componentOptions() {
        return json.path("componentProperties");
    }

    private static String options(JsonNode options, Predicate<String> wanted) {
        return "| option | for | default | description |\n|---|---|---|---|\n" + options.properties().stream()
                .filter(option -> wanted.test(option.getKey()))
                .map(option -> row("`" + option.getKey() + "`", option.getValue().path("group").asText(),
                        code(option.getValue().path("defaultValue").asText()),
                        option.getValue().path("description").asText()))
                .collect(Collectors.joining());
    }

    private static String headers(JsonNode headers) {
        return "| header | for | type | description |\n|---|---|---|---|\n" + headers.properties().stream()
                .map(header -> row("`" + header.getKey() + "`", header.getValue().path("group").asText(),
                        code(header.getValue().path("javaType").asText().replaceAll(".*\\.", "")),
                        header.getValue().path("description").asText()))
                .collect(Collectors.joining());
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }

    private static String row(String... cells) {
        return "| " + Arrays.stream(cells)
                .map(cell -> cell.replace("\n", " ").replace("|", "\\|"))
                .collect(Collectors.joining(" | "))
               + " |\n";
    }
}

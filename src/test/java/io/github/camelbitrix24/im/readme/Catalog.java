package io.github.camelbitrix24.im.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the component's catalog entry says of options and headers, as tables.
 */
final class Catalog {

    private static final Path FILE
            = Path.of("src/generated/resources/META-INF/io/github/camelbitrix24/im/bitrix24-im.json");

    private static final String CHOSEN = "options:";

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

    /**
     * The table of a place, by the name that marks it, or {@code options:} and the names of those that it is to have.
     */
    Table table(String name) {
        return name.startsWith(CHOSEN)
                ? chosen(List.of(name.substring(CHOSEN.length()).trim().split("\\s+")))
                : Objects.requireNonNull(tables().get(name), name);
    }

    private Table chosen(List<String> names) {
        JsonNode component = componentOptions();
        return new Table(
                List.of("option", "default", "description"),
                names.stream().map(name -> {
                    JsonNode option = component.path(name);
                    return List.of(code(name), code(option.path("defaultValue").asText()),
                            option.required("description").asText());
                }).toList());
    }

    private Map<String, Table> tables() {
        JsonNode component = componentOptions();
        JsonNode endpoint = json.path("properties");
        Predicate<String> path = name -> "path".equals(endpoint.at("/" + name + "/kind").asText());
        return Map.of(
                "options of component and endpoint", options(endpoint, component::has),
                "options of the endpoint only",
                options(endpoint, path.negate().and(name -> !component.has(name))),
                "options of the component only", options(component, name -> !endpoint.has(name)),
                "component options", options(component, name -> true),
                "path parameters", options(endpoint, path),
                "query parameters", options(endpoint, path.negate()),
                "headers", headers(json.path("headers")));
    }

    JsonNode componentOptions() {
        return json.path("componentProperties");
    }

    private static Table options(JsonNode options, Predicate<String> wanted) {
        return new Table(
                List.of("option", "for", "default", "description"),
                options.properties().stream()
                        .filter(option -> wanted.test(option.getKey()))
                        .map(option -> List.of(code(option.getKey()), option.getValue().path("group").asText(),
                                code(option.getValue().path("defaultValue").asText()),
                                option.getValue().path("description").asText()))
                        .toList());
    }

    private static Table headers(JsonNode headers) {
        return new Table(
                List.of("header", "for", "type", "description"),
                headers.properties().stream()
                        .map(header -> List.of(code(header.getKey()), header.getValue().path("group").asText(),
                                code(header.getValue().path("javaType").asText().replaceAll(".*\\.", "")),
                                header.getValue().path("description").asText()))
                        .toList());
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}

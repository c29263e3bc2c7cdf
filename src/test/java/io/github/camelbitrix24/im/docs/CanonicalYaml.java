package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Camel's schema of routes in YAML that use no short form. Routes, steps of a route, and templates of kamelets are held
 * against it.
 */
final class CanonicalYaml {

    private static final Path SCHEMA = Path.of("target/camel-yaml-dsl/schema/camelYamlDsl-canonical.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Schema schema;
    private final Set<String> topLevel = new TreeSet<>();

    CanonicalYaml() throws IOException {
        JsonNode json = JSON.readTree(Files.readString(SCHEMA));
        // it demands all data formats at once, which no step can have
        ((ObjectNode) json.at("/items/definitions/org.apache.camel.model.UnmarshalDefinition")).remove("required");
        json.at("/items/properties").fieldNames().forEachRemaining(topLevel::add);
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4).getSchema(json);
    }

    /** What the schema has against it, nothing if it is as it should be. */
    List<String> complaints(String text) {
        return schema.validate(routes(read(text))).stream().map(CanonicalYaml::line).sorted().distinct().toList();
    }

    /** Of Kubernetes' kinds only kamelets hold a route; a Pipe names kamelets and has no short form. */
    static boolean isPipe(String text) {
        return "Pipe".equals(read(text).path("kind").asText());
    }

    private ArrayNode routes(JsonNode yaml) {
        if (yaml.isObject()) {
            ObjectNode template = ((ObjectNode) yaml.at("/spec/template")).put("id", "template");
            return list("routeTemplate", template);
        }
        boolean steps = StreamSupport.stream(yaml.spliterator(), false)
                .noneMatch(item -> topLevel.containsAll(names(item)));
        return steps
                ? list("from", JSON.createObjectNode().put("uri", "direct:steps").set("steps", yaml))
                : (ArrayNode) yaml;
    }

    private static List<String> names(JsonNode item) {
        return item.properties().stream().map(property -> property.getKey()).toList();
    }

    private static ArrayNode list(String name, JsonNode value) {
        return JSON.createArrayNode().add(JSON.createObjectNode().set(name, value));
    }

    private static JsonNode read(String text) {
        return JSON.valueToTree(new Load(LoadSettings.builder().build()).loadFromString(text));
    }

    private static String line(Error error) {
        return error.getInstanceLocation() + ": " + error.getMessage();
    }
}

package io.github.camelbitrix24.im.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.camel.util.StringHelper;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * What editors know of the properties in Spring Boot is what the catalog says of the component's options. With
 * {@code -Dreadme.update=true} the file is written anew.
 */
class SpringMetadataTest {

    private static final Path FILE = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");
    private static final String PREFIX = "camel.component.bitrix24-im";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theMetadataIsThatOfTheCatalog() throws IOException {
        String current = metadata(new Catalog().componentOptions());
        if (Boolean.getBoolean("readme.update")) {
            Files.writeString(FILE, current);
            return;
        }
        assertEquals(current, Files.readString(FILE),
                "The metadata for Spring Boot is stale. Renew it with:"
                                                      + " ./mvnw test -Dtest=SpringMetadataTest -Dreadme.update=true\n");
    }

    private static String metadata(JsonNode options) throws IOException {
        ObjectNode metadata = JSON.createObjectNode();
        metadata.putArray("groups").addObject().put("name", PREFIX);
        ArrayNode properties = metadata.putArray("properties");
        options.properties().forEach(option -> properties.add(property(option.getKey(), option.getValue())));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        return JSON.writer(printer).writeValueAsString(metadata) + "\n";
    }

    private static ObjectNode property(String name, JsonNode option) {
        ObjectNode property = JSON.createObjectNode()
                .put("name", PREFIX + "." + StringHelper.camelCaseToDash(name))
                .put("type", type(option))
                .put("description", option.path("description").asText());
        JsonNode value = option.path("defaultValue");
        if ("duration".equals(option.path("type").asText())) {
            property.put("defaultValue", value.asText() + "ms");
        } else if (!value.isMissingNode()) {
            property.set("defaultValue", value);
        }
        return property;
    }

    private static String type(JsonNode option) {
        return switch (option.path("type").asText()) {
            case "boolean" -> "java.lang.Boolean";
            case "integer" -> "int".equals(option.path("javaType").asText()) ? "java.lang.Integer" : "java.lang.Long";
            case "number" -> "java.lang.Double";
            case "duration" -> "java.time.Duration";
            // a bean is given by its name
            default -> "java.lang.String";
        };
    }
}

package io.github.camelbitrix24.im.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.Bitrix24ImComponent;
import org.apache.camel.CamelContext;
import org.apache.camel.util.StringHelper;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * An option of the component as the component's catalog entry describes it, so that no option is named here again.
 */
record ComponentOption(String name, String type, String javaType) {

    static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of("camel.component.bitrix24-im");

    static List<ComponentOption> all() {
        try (InputStream catalog = Bitrix24ImComponent.class.getResourceAsStream(
                "/META-INF/io/github/camelbitrix24/im/bitrix24-im.json")) {
            JsonNode options = new ObjectMapper().readTree(catalog).path("componentProperties");
            return options.properties().stream()
                    .map(option -> new ComponentOption(
                            option.getKey(), option.getValue().path("type").asText(),
                            option.getValue().path("javaType").asText()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ConfigurationPropertyName property() {
        return PREFIX.append(StringHelper.camelCaseToDash(name));
    }

    Class<?> valueType(CamelContext context) {
        return switch (type) {
            case "boolean" -> Boolean.class;
            case "integer" -> "int".equals(javaType) ? Integer.class : Long.class;
            case "number" -> Double.class;
            case "duration" -> Duration.class;
            default -> context.getClassResolver().resolveClass(javaType);
        };
    }

    /** What to say when a value is of another type. */
    String expected() {
        return switch (type) {
            case "boolean" -> "It takes true or false.";
            case "integer" -> "It takes a whole number.";
            case "number" -> "It takes a number.";
            case "duration" -> "It takes a time, such as 5000 (milliseconds), 5s or 1m.";
            default -> "It takes the name of a bean of the type " + javaType + ", such as #name.";
        };
    }
}

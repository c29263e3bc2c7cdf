package io.github.camelbitrix24.im.kamelets;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What the kamelets of this jar say of themselves holds. */
class KameletFilesTest {

    private static final String ALL = "io.github.camelbitrix24.im.kamelets.KameletFile#all";
    private static final Map<String, String> TYPES = Map.of("boolean", "boolean", "integer", "integer");

    private final JsonNode options = catalog();

    private static JsonNode catalog() {
        try {
            return new ObjectMapper()
                    .readTree(new File("src/generated/resources/META-INF/io/github/camelbitrix24/im/bitrix24-im.json"))
                    .path("properties");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thereIsOneOfEachType() throws IOException {
        assertEquals(List.of("bitrix24-im-action", "bitrix24-im-sink", "bitrix24-im-source"),
                KameletFile.all().map(KameletFile::name).toList());
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void isNamedAsItsFileAndItsType(KameletFile kamelet) {
        assertEquals(kamelet.name(), kamelet.yaml().at("/metadata/name").asText());
        String type = kamelet.yaml().path("metadata").path("labels").path("camel.apache.org/kamelet.type").asText();
        assertEquals(kamelet.name(), "bitrix24-im-" + type);
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void everyPropertyIsAnOptionOfTheSameTypeAndPassedOn(KameletFile kamelet) {
        Set<String> properties = new TreeSet<>();
        kamelet.properties().properties().forEach(property -> {
            String name = property.getKey();
            JsonNode option = options.path(name);
            properties.add(name);
            assertTrue(option.isObject(), name);
            assertEquals(TYPES.getOrDefault(option.path("type").asText(), "string"),
                    property.getValue().path("type").asText(), name);
            assertEquals(option.path("secret").asBoolean() ? "password" : "",
                    property.getValue().path("format").asText(), name);
            assertFalse(property.getValue().path("title").asText().isEmpty(), name);
            assertTrue(property.getValue().path("description").asText().endsWith("."), name);
        });
        assertEquals(properties, new TreeSet<>(kamelet.passed().keySet()));
        kamelet.passed().forEach((option, property) -> assertEquals(option, property));
    }

    /** A default of a kamelet would win over what the component is configured with. */
    @ParameterizedTest
    @MethodSource(ALL)
    void noPropertyIsRequiredOrHasADefault(KameletFile kamelet) {
        assertTrue(kamelet.yaml().at("/spec/definition/required").isMissingNode());
        kamelet.properties().properties()
                .forEach(property -> assertFalse(property.getValue().has("default"), property.getKey()));
    }

    /** From Camel 4.18.2 on the default is not only what a catalog shows: every body is transformed to it. */
    @ParameterizedTest
    @MethodSource(ALL)
    void noDataTypeIsTheDefault(KameletFile kamelet) {
        JsonNode dataTypes = kamelet.yaml().at("/spec/dataTypes");
        assertFalse(dataTypes.findPath("types").isMissingNode());
        dataTypes.forEach(direction -> assertFalse(direction.has("default")));
    }

    @ParameterizedTest
    @MethodSource(ALL)
    void needsThisJarInThisVersion(KameletFile kamelet) throws Exception {
        String version = XPathFactory.newInstance().newXPath().evaluate("/project/version",
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File("pom.xml")));

        Set<String> dependencies = StreamSupport.stream(kamelet.yaml().at("/spec/dependencies").spliterator(), false)
                .map(JsonNode::asText).collect(Collectors.toSet());
        assertEquals(Set.of("camel:core", "camel:kamelet", "mvn:io.github.camelbitrix24:camel-bitrix24-im:" + version),
                dependencies);
        assertFalse(kamelet.text().contains("@"), "a placeholder of the build was left");
    }
}

package io.github.camelbitrix24.im.release;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;

import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * A release has everything that Maven Central demands, so that nobody finds out on the day. What the profile makes
 * shows {@code .ci/reproducible}.
 */
class ReleaseProfileTest {

    private static final String PROFILE = "/project/profiles/profile[id='release']/build/plugins/plugin";

    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private Document pom;

    @BeforeEach
    void read() throws Exception {
        pom = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of("pom.xml").toFile());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "name", "description", "url", "licenses/license/name", "licenses/license/url", "developers/developer/name",
            "scm/connection", "scm/developerConnection", "scm/url" })
    void thePomTells(String element) throws Exception {
        assertFalse(text("/project/" + element).isBlank());
    }

    @Test
    void allJarsAreMadeAndDescribed() throws Exception {
        Set<String> goals = new TreeSet<>(texts("/project/build/plugins/plugin//goal"));
        goals.addAll(texts(PROFILE + "//goal"));

        assertTrue(goals.containsAll(List.of(
                "jar-no-fork", "jar", "test-jar", "test-jar-no-fork", "makeBom", "sign")), goals.toString());
        assertEquals(List.of("jar", "test-jar"),
                List.of(goal("maven-javadoc-plugin", "/project/build/plugins/plugin"), goal("maven-javadoc-plugin", PROFILE)));
        assertEquals(List.of("jar-no-fork", "test-jar-no-fork"),
                List.of(goal("maven-source-plugin", "/project/build/plugins/plugin"), goal("maven-source-plugin", PROFILE)));
    }

    @Test
    void theSourcesOfTheTestKitAreThoseOfItsJar() throws Exception {
        String jar = "/project/build/plugins/plugin[artifactId='maven-jar-plugin']//execution[id='test-kit']//";
        String sources = PROFILE + "[artifactId='maven-source-plugin']//";

        assertEquals(texts(jar + "include"), texts(sources + "include"));
        assertEquals(text(jar + "exclude").replace(".class", ".java"), text(sources + "exclude"));
    }

    @Test
    void itIsPublishedByHandOnly() throws Exception {
        String publishing = PROFILE + "[artifactId='central-publishing-maven-plugin']";

        assertEquals("true", text(publishing + "/extensions"));
        assertEquals("false", text(publishing + "/configuration/autoPublish"));
    }

    @Test
    void theTimeInTheJarsIsFixed() throws Exception {
        String time = text("/project/properties/project.build.outputTimestamp");

        assertDoesNotThrow(() -> Instant.parse(time), time);
    }

    @Test
    void everyPluginHasAVersion() throws Exception {
        List<String> versioned = texts("//plugin[version]/artifactId");

        assertEquals(List.of(), texts(PROFILE + "/artifactId").stream().filter(name -> !versioned.contains(name)).toList());
    }

    private String goal(String plugin, String plugins) throws Exception {
        return text(plugins + "[artifactId='" + plugin + "']//goal");
    }

    private String text(String path) throws Exception {
        return xpath.evaluate(path, pom);
    }

    private List<String> texts(String path) throws Exception {
        NodeList nodes = (NodeList) xpath.evaluate(path, pom, XPathConstants.NODESET);
        return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
    }
}

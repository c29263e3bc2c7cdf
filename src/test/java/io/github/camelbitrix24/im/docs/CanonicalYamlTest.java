package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Whatever YAML users get to see or copy is in the canonical form, since Camel gives up the short one.
 */
class CanonicalYamlTest {

    private final CanonicalYaml canonical = new CanonicalYaml();

    CanonicalYamlTest() throws IOException {
    }

    static List<YamlText> routes() {
        return Stream.concat(YamlText.files().stream(), YamlText.snippets().stream())
                .filter(yaml -> !CanonicalYaml.isPipe(yaml.text())).toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void itHasNoShortForm(YamlText yaml) {
        assertEquals(List.of(), canonical.complaints(yaml.text()));
    }

    @Test
    void allPlacesAreLookedAt() {
        List<String> places = Stream.concat(YamlText.files().stream(), YamlText.snippets().stream())
                .map(yaml -> yaml.place().replaceAll("[:/].*", "")).distinct().sorted().toList();

        assertEquals(List.of("README.md", "docs", "examples", "routes", "src"), places);
        assertTrue(YamlText.files().size() > 25, () -> YamlText.files().toString());
        assertTrue(YamlText.snippets().size() > 15, () -> YamlText.snippets().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "- route:\n    from:\n      uri: direct:a\n      steps:\n        - to: log:x\n",
            "- from:\n    uri: direct:a\n    steps:\n      - filter:\n          simple: ${body}\n          steps: []\n",
            "- log: hello\n", "- setBody:\n    constant: hello\n", "- setBody:\n    expression:\n      simple: hello\n",
            "- to:\n    url: log:x\n",
            "kind: Kamelet\nspec:\n  template:\n    from:\n      uri: kamelet:source\n      steps:\n        - to: log:x\n" })
    void aShortFormIsNoticed(String text) {
        assertFalse(canonical.complaints(text).isEmpty());
    }
}

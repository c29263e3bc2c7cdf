package io.github.camelbitrix24.im.kamelets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A kamelet as it comes into the jar.
 */
record KameletFile(String name, String text, JsonNode yaml) {

    private static final Path FOLDER = Path.of("target/classes/kamelets");
    private static final String SUFFIX = ".kamelet.yaml";
    private static final Pattern PASSED = Pattern.compile("^ *(\\w+): \"\\{\\{\\?(\\w+)}}\"$", Pattern.MULTILINE);

    static Stream<KameletFile> all() throws IOException {
        List<Path> files;
        try (Stream<Path> listed = Files.list(FOLDER)) {
            files = listed.sorted().toList();
        }
        return files.stream().map(KameletFile::read);
    }

    private static KameletFile read(Path file) {
        try {
            String text = Files.readString(file);
            Object yaml = new Load(LoadSettings.builder().build()).loadFromString(text);
            return new KameletFile(
                    file.getFileName().toString().replace(SUFFIX, ""), text, new ObjectMapper().valueToTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonNode properties() {
        return yaml.at("/spec/definition/properties");
    }

    /**
     * The options of the template's endpoint, and the operation that its URI may leave open, each with the property
     * that it takes its value from.
     */
    Map<String, String> passed() {
        Map<String, String> options = new LinkedHashMap<>();
        for (Matcher line = PASSED.matcher(text); line.find();) {
            options.put(line.group(1), line.group(2));
        }
        if (text.contains("bitrix24-im:{{operation:")) {
            options.put("operation", "operation");
        }
        return options;
    }

    @Override
    public String toString() {
        return name;
    }
}

package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the page for authors of tests lists of the control interface is what there is. */
class ControlInterfacePageTest {

    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9-]+)`");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PortalEmulator portal = PortalEmulator.start();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theCallsAreListedWithTheirFields() throws IOException {
        JsonNode calls = answer("/control");
        assertListed(calls.get("POST"), "POST", 2);
        assertListed(calls.get("GET"), "GET", 2);
    }

    @Test
    void whatCanHappenIsListedWithItsFields() throws IOException {
        ObjectNode happenings = JSON.createObjectNode();
        answer("/control/happenings").forEach(
                happening -> happenings.set(happening.get("name").textValue(), happening.get("fields")));
        assertListed(happenings, "`what`", 3);
    }

    /** A row may be about several calls, and then has the fields of all. */
    private static void assertListed(JsonNode calls, String head, int fieldsAt) throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String row : rows(head)) {
            String[] cells = row.split("\\|");
            Set<String> names = names(cells[1]);
            Set<String> fields = new TreeSet<>();
            names.forEach(name -> calls.path(name).forEach(field -> fields.add(field.textValue())));
            assertEquals(fields, names(cells[fieldsAt]), row);
            listed.addAll(names);
        }
        Set<String> there = new TreeSet<>();
        calls.fieldNames().forEachRemaining(there::add);
        assertEquals(there, listed);
    }

    private static List<String> rows(String head) throws IOException {
        String page = Files.readString(Path.of("docs/testing.md"));
        String table = page.substring(page.indexOf("\n| " + head + " |") + 1);
        return table.substring(0, table.indexOf("\n\n")).lines().skip(2).toList();
    }

    private static Set<String> names(String cell) {
        return NAME.matcher(cell).results().map(name -> name.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private JsonNode answer(String path) throws IOException {
        return JSON.readTree(URI.create(portal.url() + path).toURL());
    }
}

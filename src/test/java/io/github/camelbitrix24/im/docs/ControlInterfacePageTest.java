package io.github.camelbitrix24.im.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the page for authors of tests lists of the control interface is what there is. */
class ControlInterfacePageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9-]+)`");

    private final PortalEmulator portal = PortalEmulator.start();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theCallsAreListed() throws IOException {
        JsonNode calls = answer("/control");
        assertEquals(names(calls.get("POST")), listed("| POST |"));
        assertEquals(names(calls.get("GET")), listed("| GET |"));
    }

    @Test
    void whatCanHappenIsListed() throws IOException {
        Set<String> happenings = new TreeSet<>();
        answer("/control/happenings").forEach(happening -> happenings.add(happening.get("name").textValue()));
        assertEquals(happenings, listed("| `what` |"));
    }

    /** The names in the first column of the table that begins so. */
    private static Set<String> listed(String head) throws IOException {
        String page = Files.readString(Path.of("docs/testing.md"));
        String table = page.substring(page.indexOf("\n" + head) + head.length());
        Set<String> names = new TreeSet<>();
        for (Matcher row = ROW.matcher(table.substring(0, table.indexOf("\n\n"))); row.find();) {
            for (Matcher name = NAME.matcher(row.group(1)); name.find();) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    private static Set<String> names(JsonNode list) {
        Set<String> names = new TreeSet<>();
        list.forEach(name -> names.add(name.textValue()));
        return names;
    }

    private JsonNode answer(String path) throws IOException {
        return new ObjectMapper().readTree(URI.create(portal.url() + path).toURL());
    }
}

package io.github.camelbitrix24.im.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RoutesFolderTest extends ShippedRoutes {

    private static final Pattern CONNECTION_SETTING = Pattern.compile("(portalUrl|userId|secret|credentials) *[:=]");
    private static final Set<String> NOT_BY_THEMSELVES = Set.of("batch", "poll-enrich", "unsubscribe");

    @Test
    void allFilesRunTogetherAndOnlyOneRouteReads() {
        startAll();

        for (String name : names()) {
            assertEquals(NOT_BY_THEMSELVES.contains(name) ? "Stopped" : "Started", status(name), name);
        }
    }

    @Test
    void everyFileSaysAtItsTopWhatItDoesAndHoldsNoConnectionSettings() throws IOException {
        for (String name : names()) {
            String file = Files.readString(FOLDER.resolve(name + SUFFIX));
            assertTrue(file.startsWith("# "), name);
            assertFalse(CONNECTION_SETTING.matcher(file).find(), name);
        }
    }
}

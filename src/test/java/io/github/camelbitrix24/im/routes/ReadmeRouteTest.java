package io.github.camelbitrix24.im.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.SentMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReadmeRouteTest extends ShippedRoutes {

    private static final Pattern ROUTE = Pattern.compile("```yaml\n(.+?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void theRouteInTheReadmeRunsAsItStands() throws IOException {
        Matcher route = ROUTE.matcher(Files.readString(Path.of("README.md")));
        assertTrue(route.find());
        start(List.of(Files.writeString(folder.resolve("readme" + SUFFIX), route.group(1))));
        awaitSubscribed();
        portal.user(12).says("chat5", "hello");
        portal.user(12).says("chat5", "ping");
        awaitAllAcknowledged();

        assertEquals(List.of("pong"), portal.sent().stream().map(SentMessage::text).toList());
        assertEquals(10, route.group(1).lines().count());
    }
}

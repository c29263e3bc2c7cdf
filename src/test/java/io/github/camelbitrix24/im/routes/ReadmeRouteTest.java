package io.github.camelbitrix24.im.routes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.testkit.SentMessage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * The first route of a page runs as it stands, and reads well whoever speaks.
 */
class ReadmeRouteTest extends ShippedRoutes {

    private static final Pattern ROUTE = Pattern.compile("```yaml\n(.+?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = { "README.md", "docs/camel-cli.md" })
    void theFirstRouteRunsAsItStands(Path page) throws IOException {
        startFirstRoute(page);
        portal.user(12).says("chat5", "hello");
        portal.user(12).says("chat5", "ping");
        awaitAllAcknowledged();

        assertEquals(List.of("pong"), portal.sent().stream().map(SentMessage::text).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "README.md", "docs/camel-cli.md" })
    void itReadsWellInPrivateChatsAndForSystemMessages(Path page) throws IOException {
        startFirstRoute(page);
        portal.user(12).named("Marco Silva");
        portal.user(12).says("chat5", "hello");
        portal.user(12).says("7", "between us");
        portal.chat("chat5").announces("Marco Silva has renamed the chat");
        awaitAllAcknowledged();

        assertEquals(List.of(
                "[chat5] Marco Silva: hello",
                "[12] Marco Silva: between us",
                "[chat5] the portal: Marco Silva has renamed the chat"), log.of("messages"));
    }

    private void startFirstRoute(Path page) throws IOException {
        Matcher route = ROUTE.matcher(Files.readString(page));
        assertTrue(route.find());
        start(List.of(Files.writeString(folder.resolve("first" + SUFFIX), route.group(1))));
        awaitSubscribed();
    }
}

package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ServePortalTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void tellsWhatToSetAndInTheEndWhatBecameOfIt() {
        try (ServePortal served = serve("--port", "0", "--user", "9", "--secret", "opensesame", "--pace", "0.005s")) {
            served.portal().await(portal -> portal.pending(9).size() > 3, SOON);
            assertTrue(printed().contains("  portalUrl  " + served.portal().url() + "\n"), printed());
            assertTrue(printed().contains("  userId     9\n  secret     opensesame\n  page       "
                                          + served.portal().url() + "/\n"),
                    printed());
        }
        assertTrue(printed().contains("acknowledged 0, pending "), printed());
        assertTrue(printed().endsWith("posted 0; 0 requests, rejected 0\n"), printed());
    }

    @Test
    void speaksToManyUsersInTurnAndFallsSilent() {
        try (ServePortal served = serve("--port", "0", "--users", "3", "--messages", "7", "--pace", "0.001s")) {
            PortalEmulator portal = served.portal();
            portal.await(p -> LongStream.of(101, 102, 103).map(id -> p.pending(id).size()).sum() == 7, SOON);
            assertEquals(List.of(3, 2, 2), LongStream.of(101, 102, 103).mapToObj(id -> portal.pending(id).size()).toList());
        }
        assertTrue(printed().contains("recorded 7, acknowledged 0, pending 7, posted 0, for 3 users; "), printed());
    }

    @Test
    void countsWhatExceedsTheLimit() throws Exception {
        try (ServePortal served = serve("--port", "0", "--pace", "0s", "--limit", "standard")) {
            URI call = URI.create(served.portal().user(7).webhook() + "im.v2.Event.subscribe");
            for (int i = 0; served.rejected() == 0; i++) {
                assertTrue(i < 10_000, "no request was rejected");
                HttpClient.newHttpClient().send(HttpRequest.newBuilder(call).build(), BodyHandlers.discarding());
            }
        }
        assertTrue(printed().endsWith(" requests, rejected 1\n"), printed());
    }

    @ParameterizedTest
    @ValueSource(strings = { "8124", "--colour red", "--port", "--users many", "--pace soon", "--limit basic" })
    void refusesWhatIsNoOption(String arguments) {
        String named = arguments.split(" ")[0];
        String complaint
                = assertThrows(IllegalArgumentException.class, () -> ServeOptions.of(arguments.split(" "))).getMessage();
        assertTrue(complaint.contains(named), complaint);
    }

    private ServePortal serve(String... options) {
        return new ServePortal(ServeOptions.of(options), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }
}

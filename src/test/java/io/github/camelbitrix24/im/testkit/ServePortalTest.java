package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ServePortalTest {

    @Test
    void tellsWhatToSetAndInTheEndWhatBecameOfIt() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ServePortal served = new ServePortal(
                ServePortal.options("--port", "0", "--user", "9", "--secret", "opensesame", "--pace", "0.005s"),
                new PrintStream(out, true, StandardCharsets.UTF_8))) {
            served.portal().await(portal -> portal.pending(9).size() > 3, Duration.ofSeconds(10));
            assertTrue(out.toString(StandardCharsets.UTF_8).contains(served.portal().url()));
        }
        String printed = out.toString(StandardCharsets.UTF_8);
        assertTrue(printed.contains("opensesame"), printed);
        assertTrue(printed.contains("acknowledged 0, pending "), printed);
    }

    @Test
    void refusesWhatIsNoOption() {
        assertThrows(IllegalArgumentException.class, () -> ServePortal.options("8124"));
    }
}

package io.github.camelbitrix24.im.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The command line {@code parity}. */
class ParityCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> environment, String... arguments) throws InterruptedException {
        return ParityCommand.run(List.of(arguments), environment, 0, new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void withoutAPortalTheEmulatedOneIsPlayed() throws InterruptedException {
        assertEquals(0, run(Map.of(), "--subscribe", "--chat=chat5", "--unsubscribe"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains(" 0 different, "), out::toString);
    }

    @Test
    void theLentPortalIsThatOfTheEnvironment() throws InterruptedException {
        try (PortalEmulator portal = PortalEmulator.builder().behaving(Behaviour.Hosting.SELF_HOSTED).start()) {
            Map<String, String> environment = Map.of("BITRIX24_PORTAL_URL", portal.url() + "/", "BITRIX24_USER_ID", "9",
                    "BITRIX24_SECRET", portal.user(9).secret());

            assertEquals(1, run(environment));
            assertTrue(out.toString(StandardCharsets.UTF_8).contains("DIFFERENT  the operating time in an answer"),
                    out::toString);
        }
    }

    @Test
    void aPortalThatRefusesIsToldOfOnce() throws InterruptedException {
        try (PortalEmulator portal = PortalEmulator.start()) {
            Map<String, String> environment = Map.of("BITRIX24_PORTAL_URL", portal.url(), "BITRIX24_USER_ID", "9",
                    "BITRIX24_SECRET", "wr0ng");

            assertEquals(2, run(environment, "--chat=chat5"));
            String told = out.toString(StandardCharsets.UTF_8) + err;
            assertTrue(told.contains("posts about ten messages as the user in chat5"), told);
            assertTrue(told.contains("401 INVALID_CREDENTIALS") && !told.contains("wr0ng"), told);
            assertEquals(1, portal.calls().size(), portal::describe);
        }
    }

    @Test
    void whatIsNotUnderstoodIsNamed() throws InterruptedException {
        assertEquals(2, run(Map.of(), "--subscribe=true"));
        assertTrue(err.toString(StandardCharsets.UTF_8)
                .startsWith("Not understood: --subscribe=true. There are --chat=..., --subscribe, --unsubscribe."),
                err::toString);
        assertEquals(0, run(Map.of(), "--help"));
    }
}

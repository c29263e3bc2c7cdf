package io.github.camelbitrix24.im.demo;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The command line {@code check}. */
class CheckCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private RouteFiles routes = new RouteFiles(Path.of("routes"));

    private int run(String... arguments) throws Exception {
        return run(() -> Portal.of(Map.of(), 0), arguments);
    }

    private int run(Supplier<Portal> portal, String... arguments) throws Exception {
        return CheckCommand.run(List.of(arguments), portal, routes,
                new PrintStream(out, true, StandardCharsets.UTF_8), new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void withoutAPortalTheEmulatedOneIsChecked() throws Exception {
        assertEquals(CheckCommand.FINE, run());
        String report = out.toString(StandardCharsets.UTF_8);
        assertTrue(report.contains("ok address") && report.contains("?  readers"), report);
    }

    @Test
    void theRoutesAreCheckedForAndNotStarted() throws Exception {
        try (PortalEmulator portal = PortalEmulator.start()) {
            portal.user(7);
            assertEquals(CheckCommand.NOT_FINE, run(() -> new OfTest(portal), "--dialogId=chat4711"));

            String report = out.toString(StandardCharsets.UTF_8);
            assertTrue(report.contains("NO membership") && report.contains("?  subscription"), report);
            assertFalse(portal.subscribed(7));
            assertTrue(portal.calls("batch").get(0).body().contains("im.message.add"), portal::describe);
            assertEquals(List.of(), portal.calls("im.v2.Event.subscribe"));
        }
    }

    @Test
    void whoAsksForItIsSubscribed() throws Exception {
        try (PortalEmulator portal = PortalEmulator.start()) {
            portal.user(7);
            assertEquals(CheckCommand.FINE, run(() -> new OfTest(portal), "--subscribe"));

            assertTrue(portal.subscribed(7));
        }
    }

    @Test
    void aRouteThatIsBrokenKeepsNothingFromBeingChecked(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.camel.yaml"), "- route: { from: { uri: 'nosuch:thing', steps: [] } }");
        routes = new RouteFiles(folder);

        assertEquals(CheckCommand.FINE, run());
        assertTrue(err.toString(StandardCharsets.UTF_8).contains("cannot be looked at: "), err::toString);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("ok address"), out::toString);
    }

    @Test
    void whyNobodyCouldBeSubscribedIsInTheReport() throws Exception {
        try (PortalEmulator portal = PortalEmulator.start()) {
            portal.user(7).webhookRevoked();
            assertEquals(CheckCommand.NOT_FINE, run(() -> new OfTest(portal), "--subscribe"));

            assertTrue(err.toString(StandardCharsets.UTF_8).startsWith("The user was not subscribed: "), err::toString);
            assertTrue(out.toString(StandardCharsets.UTF_8).contains("NO credentials"), out::toString);
        }
    }

    private record OfTest(PortalEmulator emulator) implements Portal {

        @Override
        public Map<String, Object> properties() {
            return Map.of("camel.component.bitrix24-im.portal-url", emulator.url(), "camel.component.bitrix24-im.user-id", 7,
                    "camel.component.bitrix24-im.secret", emulator.user(7).secret());
        }

        @Override
        public String greeting() {
            return "";
        }

        @Override
        public void open() {
            throw new AssertionError("no routes run");
        }

        @Override
        public void quieten() {
            throw new AssertionError("no routes run");
        }

        @Override
        public String close() {
            return "";
        }
    }

    @Test
    void whatIsNotUnderstoodIsNamed() throws Exception {
        assertEquals(CheckCommand.NOT_UNDERSTOOD, run("--dialogid=chat5"));
        assertTrue(
                err.toString(StandardCharsets.UTF_8)
                        .startsWith("Not understood: --dialogid=chat5. There are --dialogId=..., --subscribe"),
                err::toString);
        assertEquals(CheckCommand.FINE, run("--help"));
        assertEquals(CheckCommand.FINE, run("help"));
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("dialogId"), out::toString);
    }

    @Test
    void aHalfConfiguredPortalIsRefused() throws Exception {
        try (PortalEmulator portal = PortalEmulator.start()) {
            int status = run(() -> Portal.of(Map.of("BITRIX24_PORTAL_URL", portal.url()), 0));

            assertEquals(CheckCommand.NOT_UNDERSTOOD, status);
            assertTrue(err.toString(StandardCharsets.UTF_8).contains("BITRIX24_SECRET"), err::toString);
            assertEquals(List.of(), portal.calls());
        }
    }
}

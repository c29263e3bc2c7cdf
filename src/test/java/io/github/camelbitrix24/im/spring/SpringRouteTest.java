package io.github.camelbitrix24.im.spring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalEmulatorExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A YAML route in Spring Boot, configured by properties only. */
class SpringRouteTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @RegisterExtension
    final PortalEmulatorExtension emulator = new PortalEmulatorExtension();

    private final SpringApp app = new SpringApp();

    @AfterEach
    void stop() {
        app.close();
    }

    @Test
    void hearsAndAnswers(@TempDir Path folder) throws Exception {
        PortalEmulator portal = emulator.portal();
        portal.chat("chat5").members(7, 12);
        Path route = Files.writeString(folder.resolve("answers.camel.yaml"), """
                - route:
                    from:
                      uri: bitrix24-im:events
                      parameters:
                        includeOwn: false
                      steps:
                        - setBody:
                            expression:
                              simple:
                                expression: "heard: ${body.message.text}"
                        - to:
                            uri: bitrix24-im:send
                """);
        app.option("portal-url", portal.url()).option("user-id", "7").option("secret", portal.user(7).secret())
                .option("requests-per-second", "0").option("delay", "100ms").option("busy-delay", "100ms")
                .option("settle-time", "0")
                .property("camel.main.routes-include-pattern", "file:" + route).start();
        portal.await(p -> p.subscribed(7), SOON);

        portal.user(12).says("chat5", "hello");

        portal.await(p -> !p.sent().isEmpty() && p.pending(7).isEmpty(), SOON);
        assertEquals("heard: hello", portal.sent().get(0).text());
        assertEquals("chat5", portal.sent().get(0).dialogId());
    }
}

package io.github.camelbitrix24.im.observe;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Libraries that an application may have or not: the component works without them. */
class OptionalLibrariesTest {

    private static final List<String> OPTIONAL = List.of("/io/micrometer/", "/org/springframework/",
            "/org/apache/camel/springboot/", "/org/apache/camel/camel-spring", "/org/apache/camel/camel-telemetry",
            "/org/apache/camel/camel-endpointdsl", "/org/commonmark/");

    @Test
    void aRouteRunsWithoutThem() throws Exception {
        Thread current = Thread.currentThread();
        ClassLoader before = current.getContextClassLoader();
        try (URLClassLoader bare = new URLClassLoader(classPathWithoutThem(), ClassLoader.getPlatformClassLoader())) {
            for (String missing : List.of("io.micrometer.core.instrument.MeterRegistry",
                    "org.springframework.core.env.Environment",
                    "org.apache.camel.telemetry.SpanDecorator",
                    "org.apache.camel.builder.endpoint.AbstractEndpointBuilder",
                    "org.commonmark.parser.Parser")) {
                assertThrows(ClassNotFoundException.class, () -> bare.loadClass(missing));
            }
            current.setContextClassLoader(bare);
            Callable<?> route = (Callable<?>) bare.loadClass(Answers.class.getName()).getDeclaredConstructor().newInstance();
            assertFalse(route instanceof Answers, "the class is not loaded a second time");

            assertEquals("pong", route.call());
        } finally {
            current.setContextClassLoader(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
            "io/micrometer/, observe/ConsumerMeters", "org/springframework/, spring/",
            "org/apache/camel/telemetry/, telemetry/",
            "org/apache/camel/builder/endpoint/, endpoint/", "org/commonmark/, text/" })
    void oneRoomKnowsEachOfThem(String library, String room) throws IOException {
        Path classes = Path.of("target/classes/io/github/camelbitrix24/im");
        try (Stream<Path> files = Files.walk(classes)) {
            List<String> users = files.filter(file -> file.toString().endsWith(".class"))
                    .filter(file -> constantsOf(file).contains(library))
                    .map(file -> classes.relativize(file).toString()).toList();

            assertFalse(users.isEmpty());
            assertTrue(users.stream().allMatch(user -> user.startsWith(room)), users.toString());
        }
    }

    private static String constantsOf(Path classFile) {
        try {
            return new String(Files.readAllBytes(classFile), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL[] classPathWithoutThem() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> OPTIONAL.stream().noneMatch(entry::contains))
                .map(OptionalLibrariesTest::url).toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers what is said on an emulated portal, and returns the answer. */
    public static final class Answers implements Callable<String> {

        @Override
        public String call() throws Exception {
            try (PortalEmulator portal = PortalEmulator.start(); DefaultCamelContext context = new DefaultCamelContext()) {
                portal.chat("chat5").members(7, 12);
                context.getRegistry().bind("reader", new WebhookCredentials(portal.user(7).webhook()));
                RouteBuilder.addRoutes(context, r -> r
                        .from("bitrix24-im:events?credentials=#reader&includeOwn=false&initialDelay=0&delay=100&busyDelay=100")
                        .setBody(r.constant("pong")).to("bitrix24-im:send?credentials=#reader"));
                context.start();
                portal.await(p -> p.subscribed(7), Duration.ofSeconds(30));
                portal.user(12).says("chat5", "ping");
                portal.await(p -> !p.sent().isEmpty(), Duration.ofSeconds(30));
                return portal.sent().get(0).text();
            }
        }
    }
}

package io.github.camelbitrix24.im.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The page's files, and how it hears of changes. */
@Timeout(30)
class C06ChangesTest extends ControlTest {

    @Test
    void aChangeIsToldAtOnce() throws Exception {
        URLConnection stream = URI.create(portal.url() + "/control/changes").toURL().openConnection();
        assertEquals("text/event-stream", stream.getContentType());
        try (BufferedReader lines
                = new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            long first = version(lines);
            marco.says("7", "hello");
            long second = version(lines);
            assertTrue(second > first, first + ", " + second);
            assertEquals(second, look("state").get("version").longValue());
        }
    }

    @Test
    void lookingChangesNothing() throws Exception {
        ilse.subscribed();
        long before = look("state?as=7").get("version").longValue();
        look("queues");
        look("requests");
        assertEquals(before, look("state?as=7").get("version").longValue());
        assertEquals(List.of(), portal.calls());
    }

    @Test
    void thePortalClosesThoughSomebodyListens() throws Exception {
        URLConnection stream = URI.create(portal.url() + "/control/changes").toURL().openConnection();
        try (BufferedReader lines
                = new BufferedReader(new InputStreamReader(stream.getInputStream(), StandardCharsets.UTF_8))) {
            version(lines);
            portal.close();
            assertEquals("closed", rest(lines));
        }
    }

    @ParameterizedTest
    @CsvSource({
            "/, text/html; charset=utf-8", "/control/page/page.css, text/css; charset=utf-8",
            "/control/page/page.js, text/javascript; charset=utf-8" })
    void thePageIsMadeOfFilesOfItsOwn(String path, String type) throws Exception {
        var response = send(request(portal.url() + path));
        assertEquals(200, response.statusCode());
        assertEquals(type, response.headers().firstValue("content-type").orElseThrow());
        assertTrue(response.headers().firstValue("content-security-policy").orElseThrow().startsWith("default-src 'none'"));
        assertFalse(response.body().matches("(?s).*(src|href|url|from|import)[ =(\"']+(https?:)?//.*"), "an address elsewhere");
    }

    @ParameterizedTest
    @CsvSource({ "page/../Control.class", "page/none.js", "page/", "page/..%2FControl.class", "page/Control.class" })
    void nothingElseIsServed(String path) throws Exception {
        assertEquals(404, send(request(portal.url() + "/control/" + path)).statusCode());
    }

    private static long version(BufferedReader lines) throws IOException {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("data: ")) {
                return Long.parseLong(line.substring(6));
            }
        }
        throw new AssertionError("The stream has ended");
    }

    private static String rest(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                continue;
            }
            return "closed";
        } catch (IOException e) {
            return "closed";
        }
    }
}

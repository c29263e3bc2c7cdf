package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class E12FramingTest extends PortalTest {

    @BeforeEach
    void recordOne() {
        portal.record(7, "ONIMV2JOINCHAT", "{}");
    }

    @Test
    void anAnswerMayComeInChunks() throws Exception {
        portal.fail(GET, Fault.chunked(), 2);
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> response = call(ilse, GET, "{\"offset\":1}");
            assertEquals("chunked", response.headers().firstValue("transfer-encoding").orElseThrow());
            assertFalse(response.headers().firstValue("content-length").isPresent());
            assertEquals(List.of(1L), ids(json(response.body()).get("result")));
        }
        assertEquals(200, portal.calls(GET).get(0).status());
    }

    @Test
    void anAnswerMayDrip() throws Exception {
        portal.fail(GET, Fault.trickling(7, Duration.ofMillis(1)));
        assertEquals(List.of(1L), ids(page("{}")));
        assertEquals(List.of(1L), ids(page("{}")));
    }

    @Test
    void aDrippingAnswerEndsWithThePortal() throws Exception {
        portal.fail(GET, Fault.trickling(1, Duration.ofHours(1)));
        var answer = HttpClient.newHttpClient().sendAsync(HttpRequest.newBuilder(URI.create(ilse.webhook() + GET)).build(),
                BodyHandlers.ofString());
        portal.await(p -> p.calls(GET).size() == 1, Duration.ofSeconds(20));
        portal.close();
        assertTrue(answer.handle((response, failure) -> failure != null).join());
    }

    @Test
    void anAnswerMayBeCompressed() throws Exception {
        portal.fail(GET, Fault.gzipped());
        HttpResponse<byte[]> response = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(ilse.webhook() + GET)).build(), BodyHandlers.ofByteArray());
        assertEquals("gzip", response.headers().firstValue("content-encoding").orElseThrow());
        try (InputStream body = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            assertEquals(List.of(1L),
                    ids(json(new String(body.readAllBytes(), StandardCharsets.UTF_8)).get("result")));
        }
    }
}

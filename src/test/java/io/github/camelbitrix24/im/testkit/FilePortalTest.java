package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

import org.junit.jupiter.api.BeforeEach;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Moves files to and from an emulated portal over plain HTTP. */
abstract class FilePortalTest extends BotPortalTest {

    static final byte[] PLAN = "the plan\0\r\n--b\r\n".getBytes(StandardCharsets.UTF_8);
    private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    @BeforeEach
    void permitFiles() {
        ilse.scopes("im", "imbot", "disk");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static HttpRequest.Builder to(String url) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(20));
    }

    static HttpResponse<byte[]> fetch(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.build(), BodyHandlers.ofByteArray());
    }

    static HttpResponse<byte[]> fetch(String url) throws IOException, InterruptedException {
        return fetch(to(url));
    }

    void linkRefused(String url) throws IOException, InterruptedException {
        assertError(403, "ACCESS_DENIED", "Access denied! Link check failed", send(request(url)));
    }

    String downloadUrl(long fileId) throws IOException, InterruptedException {
        String url = result(ilse, "im.v2.File.download", "{\"dialogId\":\"chat5\",\"fileId\":" + fileId + "}")
                .get("downloadUrl").textValue();
        assertEquals(portal.url(), url.substring(0, portal.url().length()));
        return url;
    }
}

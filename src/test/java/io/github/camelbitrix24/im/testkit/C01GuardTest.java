package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Who may look at the emulator, and who may drive it. */
class C01GuardTest extends ControlTest {

    private static final String SAY = "{\"as\":12,\"dialog\":\"7\",\"text\":\"hello\"}";

    @ParameterizedTest
    @CsvSource({
            "Origin, https://evil.example", "Origin, null", "Origin, http://127.0.0.1:1", "Origin, http://localhost",
            "Sec-Fetch-Site, cross-site", "Sec-Fetch-Site, same-site", "Sec-Fetch-Site, anything" })
    void otherSitesDoNotControlIt(String header, String value) throws Exception {
        HttpResponse<String> response = send(say().header("X-Emulator-Control", "1").header(header, value));
        assertRefused(403, "Pages of other sites do not control the emulator", response);
        assertRefused(403, "Pages of other sites do not control the emulator",
                send(request(portal.url() + "/control/people").header(header, value)));
        assertEquals(List.of(), portal.transcript().between(7, 12));
    }

    @Test
    void whatChangesSomethingNeedsTheHeaderThatFormsCannotSend() throws Exception {
        assertRefused(403, "What changes something needs the header X-Emulator-Control: 1", send(say()));
        assertEquals(List.of(), portal.transcript().between(7, 12));
        assertEquals(200, send(say().header("X-Emulator-Control", "1").header("Origin", portal.url())
                .header("Sec-Fetch-Site", "same-origin")).statusCode());
        assertEquals("hello", portal.transcript().between(7, 12).get(0).text());
    }

    @Test
    void aPreflightGrantsNothing() throws Exception {
        HttpResponse<String> response = send(request(portal.url() + "/control/say").method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "https://evil.example").header("Access-Control-Request-Method", "POST"));
        assertEquals(403, response.statusCode());
        assertTrue(response.headers().map().keySet().stream().noneMatch(name -> name.startsWith("access-control")));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/", "/control", "/control/people", "/control/changes", "/control/page/index.html" })
    void aNameThatSomebodyElseResolvesToLoopbackIsRefused(String path) throws Exception {
        for (String host : List.of("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:" + portal.port(), "")) {
            assertTrue(head(path, host).startsWith("HTTP/1.1 421 "), path + " as " + host);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "127.0.0.1", "localhost", "LOCALHOST", "[::1]" })
    void loopbackIsCalledByAnyOfItsNames(String host) throws Exception {
        assertTrue(head("/control/people", host + ":" + portal.port()).startsWith("HTTP/1.1 200 "), host);
        assertTrue(head("/control/people", host).startsWith("HTTP/1.1 200 "), host);
    }

    @Test
    void aFormsBodyIsNoControlCall() throws Exception {
        assertRefused(415, "The fields of a control call are a JSON object, with Content-Type: application/json",
                send(request(portal.url() + "/control/say").header("X-Emulator-Control", "1")
                        .header("Content-Type", "text/plain").POST(BodyPublishers.ofString(SAY))));
    }

    @Test
    void secretsAreMasked() throws Exception {
        ilse.scopes("im", "imbot").subscribed();
        EmulatedBot bot = portal.bot("desk", "zx9q-token");
        TokenPair tokens = portal.oauthApplication("local.5f0a").tokens(7);
        call(ilse, "imbot.v2.Bot.get", "{\"botId\":" + bot.id() + ",\"botToken\":\"zx9q-token\"}");
        call(ilse, "profile", "{\"x\":\"" + tokens.refreshToken() + "\"}");
        send(request(portal.url() + "/rest/profile?auth=" + tokens.accessToken()));
        marco.says("7", "my webhook is " + ilse.webhook() + " and zx9q-token");
        String state = look("state?as=7&dialog=12").toString();
        assertTrue(state.contains("my webhook is " + portal.url() + "/rest/7/****/ and ****"), state);
        assertFalse(state.contains(PortalEmulator.SECRET_MARK), state);
    }

    @Test
    void aShortSecretMasksNoPartsOfWords() throws Exception {
        ilse.secret("demo");
        marco.says("7", "a demo, the democracy of demos");
        assertEquals("a ****, the democracy of demos", look("messages?as=7&dialog=12").at("/0/text").textValue());
    }

    private HttpRequest.Builder say() {
        return request(portal.url() + "/control/say").header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(SAY));
    }

    private String head(String path, String host) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", portal.port())) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(40), StandardCharsets.US_ASCII);
        }
    }
}

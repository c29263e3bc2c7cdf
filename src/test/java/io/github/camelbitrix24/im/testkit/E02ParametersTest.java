package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
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

class E02ParametersTest extends PortalTest {

    private void assertOffset(long expected, HttpResponse<String> response) throws Exception {
        assertEquals(200, response.statusCode(), response.body());
        assertEquals(expected, json(response.body()).at("/result/nextOffset").longValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "application/json | {\"offset\":42}", "APPLICATION/JSON; charset=utf-8 | {\"offset\":42}",
            "application/vnd.api+json | {\"offset\":42}", "application/x-www-form-urlencoded | offset=42&x=%20",
            "text/plain | offset=42" })
    void theContentTypeDecidesHowABodyIsRead(String contentType, String body) throws Exception {
        assertOffset(42, post(ilse.webhook() + GET, contentType, body));
    }

    @Test
    void multipartIsAForm() throws Exception {
        String body = "--b\r\nContent-Disposition: form-data; name=\"offset\"\r\n\r\n42\r\n--b--\r\n";
        assertOffset(42, post(ilse.webhook() + GET, "multipart/form-data; boundary=b", body));
    }

    @Test
    void aBodyMayComeInChunks() throws Exception {
        InputStream body = new ByteArrayInputStream("{\"offset\":42}".getBytes(StandardCharsets.UTF_8));
        assertOffset(42, send(request(ilse.webhook() + GET).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> body))));
        assertEquals("chunked", portal.calls(GET).get(0).headers().get("transfer-encoding"));
    }

    @Test
    void theBodyOverridesTheQuery() throws Exception {
        assertOffset(42, post(ilse.webhook() + GET + "?offset=1&limit=5", "application/json", "{\"offset\":42}"));
        assertEquals("5", portal.calls(GET).get(0).param("limit"));
    }

    @Test
    void theQueryAloneWillDo() throws Exception {
        assertOffset(42, post(ilse.webhook() + GET + "?offset=42", "application/json", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"offset\":42", "{\"offset\":42}}", "42", "\"offset\"", "null", "" })
    void malformedJsonIsIgnored(String body) throws Exception {
        assertOffset(0, post(ilse.webhook() + GET, "application/json", body));
    }

    private static HttpRequest.Builder postOf(String url, byte[] body) {
        return request(url).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
    }

    @Test
    void whatPhpCannotReadIsIgnored() throws Exception {
        String json = "{\"offset\":42}";
        for (byte[] body : List.of(("\uFEFF" + json).getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_16),
                json.getBytes(StandardCharsets.UTF_16LE),
                "{\"offset\":42,\"x\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1))) {
            assertOffset(0, send(postOf(ilse.webhook() + GET, body)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"offset\":42,\"x\":\"\\ud83d\"}", "{\"offset\":42,\"x\":[{\"y\":\"a\\udc00b\"}]}",
            "{\"offset\":42,\"\\ud83d\":1}",
            "{\"offset\":42,\"x\":\"\\udc00\\ud83d\"}" })
    void halfASurrogatePairMakesJsonUnreadable(String json) throws Exception {
        assertOffset(0, post(ilse.webhook() + GET, "application/json", json));
        assertOffset(42, post(ilse.webhook() + GET, "application/json", "{\"offset\":42,\"x\":\"\\ud83d\\udcce\"}"));
    }

    @Test
    void whatIsTooDeepIsIgnored() throws Exception {
        String deep = "[".repeat(600) + "]".repeat(600);
        assertOffset(0, post(ilse.webhook() + GET, "application/json", "{\"offset\":42,\"x\":" + deep + "}"));
    }

    @Test
    void aGetHasNoBody() throws Exception {
        assertOffset(1, send(request(ilse.webhook() + GET + "?offset=1").header("Content-Type", "application/json")
                .method("GET", BodyPublishers.ofString("{\"offset\":42}"))));
    }

    @Test
    void jsonSentAsAFormIsNoParameter() throws Exception {
        assertOffset(0, post(ilse.webhook() + GET, "application/x-www-form-urlencoded", "{\"offset\":42}"));
    }

    @Test
    void unknownParametersAreIgnored() throws Exception {
        assertOffset(42, call(ilse, GET, "{\"offset\":42,\"sessid\":\"x\",\"start\":-1,\"Offset\":\"abc\"}"));
    }
}

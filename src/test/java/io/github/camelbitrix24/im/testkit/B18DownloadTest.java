package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.net.URLDecoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B18DownloadTest extends FilePortalTest {

    private static final byte[] BYTES = "0123456789".getBytes();

    private long plan;

    @BeforeEach
    void show() {
        plan = shown(marco.sends("chat5", "have a look", FileDraft.of("plan.txt", BYTES)));
    }

    private long shown(long messageId) {
        return Long.parseLong(portal.message(messageId).files().get(0));
    }

    @Test
    void whatPeopleShowIsInTheEventAndBehindALink() throws Exception {
        ilse.subscribed();
        long id = marco.sends("chat5", FileDraft.of("a.png", PLAN), FileDraft.of("b.txt", BYTES));
        assertEquals("[\"4402\",\"4403\"]", data(0).at("/message/params/FILE_ID").toString());
        assertEquals("", data(0).at("/message/text").textValue());
        HttpResponse<byte[]> response = fetch(downloadUrl(shown(id)));
        assertEquals(200, response.statusCode());
        assertArrayEquals(PLAN, response.body());
        assertEquals("image/png", response.headers().firstValue("content-type").orElseThrow());
        assertEquals("attachment; filename=\"a.png\"; filename*=utf-8''a.png",
                response.headers().firstValue("content-disposition").orElseThrow());
        assertEquals(PLAN.length, response.headers().firstValueAsLong("content-length").orElseThrow());
    }

    @Test
    void aBotIsShownFilesAndFetchesThem() throws Exception {
        long id = shown(marco.sends("" + desk.id(), "for you", FileDraft.of("a.txt", PLAN)));
        assertEquals("[\"" + id + "\"]", last(desk).at("/data/message/params/FILE_ID").toString());
        assertArrayEquals(PLAN,
                fetch(answer("imbot.v2.File.download", "'fileId':" + id).get("downloadUrl").textValue()).body());
    }

    @Test
    void theLinkHoldsTheSecretOfTheWebhook() throws Exception {
        String url = downloadUrl(plan);
        assertTrue(url.startsWith(portal.url() + "/rest/7/" + ilse.secret() + "/download/?token="), url);
        assertTrue(answer("imbot.v2.File.download", "'fileId':" + plan).get("downloadUrl").textValue().contains(ilse.secret()));
        fetch(url);
        assertFalse(portal.describe().contains(PortalEmulator.SECRET_MARK), portal.describe());
        assertFalse(portal.calls("download").get(0).toString().contains(PortalEmulator.SECRET_MARK));
    }

    @Test
    void underOAuthItHoldsTheAccessTokenAndLivesAsLong() throws Exception {
        OAuthApplication application = portal.oauthApplication("app.1").scopes("im");
        String token = application.tokens(7).accessToken();
        String url = json(send(request(portal.url() + "/rest/im.v2.File.download?fileId=" + plan)
                .header("Authorization", "Bearer " + token)).body()).at("/result/downloadUrl").textValue();
        assertTrue(url.startsWith(portal.url() + "/rest/download.json?auth=" + token + "&token="), url);
        assertArrayEquals(BYTES, fetch(url).body());
        application.expireAccessTokens();
        assertEquals(401, fetch(url).statusCode());
    }

    @Test
    void aLinkRunsOut() throws Exception {
        portal.clock().freeze();
        String url = downloadUrl(plan);
        portal.clock().advance(Duration.ofMinutes(59));
        assertEquals(200, fetch(url).statusCode());
        assertEquals(200, fetch(url).statusCode());
        portal.clock().advance(Duration.ofMinutes(1));
        linkRefused(url);
        portal.disk().linksLiveFor(Duration.ofSeconds(5));
        String shorter = downloadUrl(plan);
        portal.disk().expireLinks();
        linkRefused(shorter);
        String another = downloadUrl(plan);
        portal.behave(Behaviour.FileLink.ONE_TIME);
        assertEquals(200, fetch(another).statusCode());
        linkRefused(another);
    }

    @Test
    void aWrongLinkIsRefused() throws Exception {
        linkRefused(ilse.webhook() + "download/?token=disk%7Cx");
        linkRefused(ilse.webhook() + "download/");
        linkRefused(downloadUrl(plan).replace("/download/", "/upload/"));
        assertError(401, "INVALID_CREDENTIALS", "Invalid request credentials",
                send(request(downloadUrl(plan).replace(ilse.secret(), "wrong"))));
    }

    @Test
    void whoeverIsNotInTheChatGetsNoLink() throws Exception {
        refused("FILE_NOT_FOUND", call(ilse, "im.v2.File.download", "{\"fileId\":1}"));
        long hidden = shown(portal.user(19).sends("12", FileDraft.of("x", BYTES)));
        refused("FILE_ACCESS_ERROR", call(ilse, "im.v2.File.download", "{\"fileId\":" + hidden + "}"));
        refused("FILE_ACCESS_ERROR", ask("imbot.v2.File.download", "'fileId':" + hidden));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "bytes=2-4 | 206 | 234 | bytes 2-4/10", "bytes=7- | 206 | 789 | bytes 7-9/10", "bytes=-2 | 206 | 89 | bytes 8-9/10",
            "bytes=0-99 | 206 | 0123456789 | bytes 0-9/10", "bytes=10- | 416 | '' | bytes */10",
            "lines=1-2 | 200 | 0123456789 | ''" })
    void aPartMayBeAskedFor(String range, int status, String body, String contentRange) throws Exception {
        HttpResponse<byte[]> response = fetch(to(downloadUrl(plan)).header("Range", range));
        assertEquals(status, response.statusCode());
        assertEquals(body, new String(response.body()));
        assertEquals(contentRange, response.headers().firstValue("content-range").orElse(""));
    }

    @Test
    void theHeadAloneTellsTheLength() throws Exception {
        HttpResponse<byte[]> response = fetch(to(downloadUrl(plan)).method("HEAD", BodyPublishers.noBody()));
        assertEquals(10, response.headers().firstValueAsLong("content-length").orElseThrow());
        assertEquals(0, response.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = { "../../etc/passwd", "договор №5.pdf", "a\"b\\c\r\nd: e.txt", "con:aux.txt" })
    void namesAreLeftAsTheyAre(String name) throws Exception {
        long id = shown(marco.sends("chat5", FileDraft.of(name, PLAN)));
        HttpResponse<byte[]> response = fetch(downloadUrl(id));
        assertArrayEquals(PLAN, response.body());
        String written = response.headers().firstValue("content-disposition").orElseThrow();
        assertEquals(name,
                URLDecoder.decode(written.substring(written.indexOf("''") + 2).replace("+", "%2B"), StandardCharsets.UTF_8));
        assertEquals(name, result(ilse, "disk.file.get", "{\"id\":" + id + "}").get("NAME").textValue());
    }

    @Test
    void emptyAndLargeFilesArrive() throws Exception {
        assertEquals(0, fetch(downloadUrl(shown(marco.sends("chat5", FileDraft.of("empty", new byte[0]))))).body().length);
        FileDraft large = FileDraft.random("large.bin", (5 << 20) + 1, 7);
        assertArrayEquals(large.content.bytes(), fetch(downloadUrl(shown(marco.sends("chat5", large)))).body());
        portal.fail("download", Fault.chunked());
        assertArrayEquals(large.content.bytes(), fetch(downloadUrl(portal.disk().files().get(2).id())).body());
    }

    @Test
    void whatMayGoWrongOnTheWay() throws Exception {
        String url = downloadUrl(plan);
        portal.fail("download", Fault.expiredLink());
        linkRefused(url);
        portal.fail("download", Fault.cutBody());
        assertThrows(IOException.class, () -> fetch(url));
        portal.fail("download", Fault.wrongLength(1));
        assertThrows(IOException.class, () -> fetch(url));
        portal.fail("download", Fault.wrongLength(-4));
        assertEquals("012345", new String(fetch(url).body()));
        assertArrayEquals(BYTES, fetch(url).body());
        assertEquals(List.of(403, 200, 200, 200, 200), portal.calls("download").stream().map(RecordedCall::status).toList());
    }

    @Test
    void filesAreToldInTheHistory() throws Exception {
        for (String method : List.of("im.dialog.messages.get", "im.v2.Chat.Message.tail")) {
            var file = result(ilse, method, "{\"DIALOG_ID\":\"chat5\",\"dialogId\":\"chat5\"}").at("/files/0");
            assertEquals(plan, file.get("id").longValue());
            assertEquals("plan.txt 10", file.get("name").textValue() + " " + file.get("size"));
        }
        assertEquals(Arrays.asList("chat5", "12:19"), Arrays.asList(portal.disk().file(plan).dialogId(),
                portal.disk().file(shown(portal.user(19).sends("12", FileDraft.of("x", BYTES)))).dialogId()));
    }
}

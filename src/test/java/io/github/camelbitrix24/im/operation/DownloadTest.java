package io.github.camelbitrix24.im.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImBadRequestException;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImNotPermittedException;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.FileDraft;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DownloadTest extends ConversationTest {

    private static final String DOWNLOAD = "bitrix24-im:download";
    private static final String FILE = Bitrix24ImConstants.FILE_ID;
    private static final byte[] PLAN = "the plan".getBytes(StandardCharsets.UTF_8);

    private EmulatedUser marco;

    @BeforeEach
    void marco() {
        marco = portal.user(12);
    }

    private long shown(FileDraft file) {
        return Long.parseLong(portal.message(marco.sends("chat5", file)).files().get(0));
    }

    private Exchange downloaded(long id) {
        Exchange exchange = send(DOWNLOAD, "before", Map.of(FILE, id, DIALOG, "chat5", "Content-Encoding", "gzip"));
        assertNull(exchange.getException(), portal::describe);
        return exchange;
    }

    private static byte[] bytes(Exchange exchange) {
        return exchange.getMessage().getBody(byte[].class);
    }

    @Test
    void aFileArrivesWithItsNameLengthAndType() {
        Exchange exchange = downloaded(shown(FileDraft.of("план этажа.png", PLAN)));

        assertInstanceOf(StreamCache.class, exchange.getMessage().getBody());
        assertArrayEquals(PLAN, bytes(exchange));
        assertEquals("план этажа.png", exchange.getMessage().getHeader(Exchange.FILE_NAME));
        assertEquals(8L, exchange.getMessage().getHeader(Exchange.FILE_LENGTH));
        assertEquals("image/png", exchange.getMessage().getHeader(Exchange.CONTENT_TYPE));
        assertNull(exchange.getMessage().getHeader("Content-Encoding"));
        assertEquals(List.of("im.v2.File.download", "download"), methods());
        assertEquals("chat5", portal.calls().get(0).params().get("dialogId"));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 128 * 1024 - 1, 128 * 1024, 128 * 1024 + 1, 5 << 20 })
    void everyByteArrives(int size) {
        long id = shown(FileDraft.random("bytes.bin", size, 7));

        assertArrayEquals(portal.disk().file(id).bytes(), bytes(downloaded(id)));
        portal.fail("download", Fault.chunked());
        assertArrayEquals(portal.disk().file(id).bytes(), bytes(downloaded(id)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '\0', value = {
            "../../etc/passwd → .._.._etc_passwd", "C:\\boot.ini → C__boot.ini", "con.txt → _con.txt",
            "договор №5.pdf → договор №5.pdf",
            "${sys.user.home} → ${sys.user.home}", "a{CR}{LF}Set-Cookie: b → a__Set-Cookie_ b" })
    void theNameIsNeverAPath(String name, String safe) {
        assertEquals(safe, downloaded(shown(FileDraft.of(name.replace("{CR}", "\r").replace("{LF}", "\n"), PLAN)))
                .getMessage().getHeader(Exchange.FILE_NAME));
    }

    @Test
    void whatHasNoNameIsCalledByItsId() {
        long id = shown(FileDraft.of("..", PLAN));

        assertEquals("file-" + id, downloaded(id).getMessage().getHeader(Exchange.FILE_NAME));
    }

    @Test
    void aLinkThatHasExpiredIsAskedForOnceMore() {
        long id = shown(FileDraft.of("plan.txt", PLAN));
        portal.fail("download", Fault.expiredLink());

        assertArrayEquals(PLAN, bytes(downloaded(id)));
        assertEquals(List.of("im.v2.File.download", "download", "im.v2.File.download", "download"), methods());
        portal.fail("download", Fault.expiredLink(), 10);
        Exchange exchange = send(DOWNLOAD, null, Map.of(FILE, id));
        assertInstanceOf(Bitrix24ImNotPermittedException.class, exchange.getException());
        assertEquals("ACCESS_DENIED", exchange.getMessage().getHeader(Bitrix24ImConstants.ERROR_CODE));
        assertEquals(4, portal.calls("download").size());
    }

    @Test
    void whatIsCutShortIsFetchedAgain() {
        long id = shown(FileDraft.random("large.bin", 300_000, 3));
        portal.fail("download", Fault.cutBody());
        portal.fail("download", Fault.wrongLength(1));
        Exchange exchange = downloaded(id);

        assertArrayEquals(portal.disk().file(id).bytes(), bytes(exchange));
        assertEquals(3, portal.calls("download").size());
    }

    @ParameterizedTest
    @ValueSource(ints = { 500, 502, 503 })
    void troubleOfThePortalPasses(int status) {
        long id = shown(FileDraft.of("plan.txt", PLAN));
        portal.fail("download", Fault.html(status));
        portal.fail("download", Fault.error("QUERY_LIMIT_EXCEEDED"));

        assertArrayEquals(PLAN, bytes(downloaded(id)));
    }

    @Test
    void aPageInPlaceOfTheFileIsNoFile() {
        long id = shown(FileDraft.of("plan.html", PLAN));
        portal.fail("download", Fault.loginForm());
        Exchange exchange = downloaded(id);

        assertArrayEquals(PLAN, bytes(exchange));
        assertEquals("text/html", exchange.getMessage().getHeader(Exchange.CONTENT_TYPE));
        portal.fail("download", Fault.loginForm(), 10);
        String why = why(DOWNLOAD, null, Map.of(FILE, id));
        assertTrue(why.contains("a page of HTML"), why);
    }

    @Test
    void anErrorThatComesWithSuccessIsNoFile() {
        long id = shown(FileDraft.of("plan.json", "{\"error\":\"of mine\"}".getBytes(StandardCharsets.UTF_8)));
        assertEquals("{\"error\":\"of mine\"}", downloaded(id).getMessage().getBody(String.class));
        portal.fail("download", Fault.answer(200, "application/json", "{\"error\":\"FILE_ACCESS_ERROR\"}"), 10);

        assertInstanceOf(Bitrix24ImNotPermittedException.class, send(DOWNLOAD, null, Map.of(FILE, id)).getException());
    }

    @Test
    void aFileThatIsTooLargeIsNotKept() {
        long id = shown(FileDraft.random("large.bin", 200_000, 3));
        for (Fault fault : List.of(Fault.none(), Fault.chunked())) {
            portal.fail("download", fault);
            Exception thrown = send(DOWNLOAD + "?maxFileSize=199999", null, Map.of(FILE, id)).getException();

            assertInstanceOf(Bitrix24ImBadRequestException.class, thrown);
            assertTrue(thrown.getMessage().contains("maxFileSize (199999 bytes)"), thrown.getMessage());
            assertTrue(thrown.getMessage().contains("Raise the option maxFileSize"), thrown.getMessage());
        }
        assertNull(send(DOWNLOAD + "?maxFileSize=200000", null, Map.of(FILE, id)).getException());
    }

    @ParameterizedTest
    @CsvSource({
            "FILE_NOT_FOUND, CamelBitrix24ImFileId", "FILE_ACCESS_ERROR, must be in the chat",
            "ACCESS_DENIED, may not read this file", "DISK_NOT_INSTALLED, no module disk",
            "ERROR_METHOD_NOT_FOUND, scope 'im'" })
    void aRefusalSaysWhatToDo(String code, String advice) {
        portal.fail("im.v2.File.download", Fault.error(code, "", 400), 10);
        String why = why(DOWNLOAD, null, Map.of(FILE, 4401));

        assertTrue(why.contains(code) && why.contains(advice), why);
        assertEquals(1, portal.calls().size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "https:\\\\/\\\\/evil.example", "http:\\\\/\\\\/localhost:1", "https:\\\\/\\\\/127.0.0.1" })
    void aLinkToAnotherPlaceIsNotFollowed(String elsewhere) {
        long id = shown(FileDraft.of("plan.txt", PLAN));
        portal.fail("im.v2.File.download", Fault.rewritten("http:[^r]*127[.]0[.]0[.]1:\\d+", elsewhere));
        String why = why(DOWNLOAD, null, Map.of(FILE, id));

        assertTrue(why.contains("a link that is not followed") && why.contains("Set the option portalUrl"), why);
        assertFalse(why.contains("evil") || why.contains("token="), why);
        assertEquals(List.of("im.v2.File.download"), methods());
    }

    @Test
    void aRedirectOfTheLinkIsNotFollowed() {
        long id = shown(FileDraft.of("plan.txt", PLAN));
        portal.fail("download", Fault.redirect(302, "https://evil.example/x"), 10);
        String why = why(DOWNLOAD, null, Map.of(FILE, id));

        assertTrue(why.contains("redirects to evil.example over https instead of answering"), why);
    }

    @Test
    void withoutAFileNothingIsAsked() {
        String why = whyNothingIsSent(DOWNLOAD, null, Map.of());

        assertTrue(why.contains("CamelBitrix24ImFileId") && why.contains("${body.message.fileIds}"), why);
        assertTrue(whyNothingIsSent(DOWNLOAD, "no number", Map.of()).contains("No file to download"));
        assertTrue(whyNothingIsSent(DOWNLOAD, null, Map.of(FILE, "x")).contains("Header CamelBitrix24ImFileId must be"));
    }
}

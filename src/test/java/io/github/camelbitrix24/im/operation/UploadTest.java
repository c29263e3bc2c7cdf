package io.github.camelbitrix24.im.operation;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImBadRequestException;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.StoredFile;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.converter.stream.InputStreamCache;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files of a user whose webhook may use the folders of dialogs. */
class UploadTest extends ConversationTest {

    private static final String UPLOAD = "bitrix24-im:upload?dialogId=chat5";
    private static final byte[] PLAN = "Grüße, план 📎".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, Object> NAMED = Map.of(Exchange.FILE_NAME, "plan.pdf");

    @TempDir
    Path directory;

    @BeforeEach
    void allow() {
        reader.scopes("im", "disk");
    }

    private List<StoredMessage> files() {
        return portal.transcript().of("chat5").stream().filter(message -> !message.files().isEmpty()).toList();
    }

    private StoredFile only() {
        assertEquals(1, files().size(), portal::describe);
        return portal.disk().file(Long.parseLong(files().get(0).files().get(0)));
    }

    private Path spooled() {
        Path spool = directory.resolve("spool");
        context.getStreamCachingStrategy().setSpoolDirectory(spool.toFile());
        context.getStreamCachingStrategy().setSpoolEnabled(true);
        return spool;
    }

    @Test
    void aFileAndItsCaptionAreOneMessage() {
        Exchange done
                = send(UPLOAD, PLAN, Map.of(Exchange.FILE_NAME, "plan.pdf", Bitrix24ImConstants.CAPTION, "the [B]plan[/B]"));

        assertEquals("plan.pdf", only().name());
        assertArrayEquals(PLAN, only().bytes());
        assertEquals("the [B]plan[/B]", files().get(0).text());
        assertEquals(files().get(0).id(), done.getMessage().getBody());
        assertEquals(files().get(0).id(), done.getMessage().getHeader(SENT));
        assertEquals(only().id(), done.getMessage().getHeader(Bitrix24ImConstants.FILE_ID));
        assertEquals(List.of("im.disk.folder.get", "disk.folder.uploadfile", "im.disk.file.commit"), methods());
    }

    @Test
    void theHeaderOfTheCaptionComesBeforeTheOption() {
        result(UPLOAD + "&caption=usual", PLAN, NAMED);
        result(UPLOAD + "&caption=usual", PLAN, Map.of(Exchange.FILE_NAME, "plan.pdf", Bitrix24ImConstants.CAPTION, "special"));
        result(UPLOAD + "&textFormat=plain&caption=[B]", PLAN, NAMED);

        assertEquals(List.of("usual", "special"), files().stream().map(StoredMessage::text).limit(2).toList());
        assertTrue(!files().get(2).text().contains("[B]"), files().get(2).text());
    }

    @Test
    void whateverCamelCanReadArrivesAsItIs() throws Exception {
        Path file = Files.write(directory.resolve("plan.pdf"), PLAN);
        List<Object> bodies = List.of(PLAN, "Grüße, план 📎", new StringBuilder("Grüße, план 📎"), file, file.toFile(),
                new ByteArrayInputStream(PLAN), new InputStreamCache(PLAN), ByteBuffer.wrap(PLAN), Files.newInputStream(file));
        for (Object body : bodies) {
            result(UPLOAD, body, NAMED);
        }

        assertEquals(bodies.size(), files().size());
        portal.disk().files().forEach(stored -> assertArrayEquals(PLAN, stored.bytes(), stored::toString));
    }

    @Test
    void theFilesOfADirectoryKeepTheirNames() throws Exception {
        Files.write(directory.resolve("отчёт #3 (100%).pdf"), PLAN);
        RouteBuilder.addRoutes(context, r -> r.from("file:" + directory + "?noop=true&initialDelay=0").to(UPLOAD));
        portal.await(p -> !files().isEmpty(), SOON);

        assertEquals("отчёт #3 (100%).pdf", only().name());
        assertArrayEquals(PLAN, only().bytes());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "a/b/c.txt | c.txt", "../../etc/passwd | passwd", "C:\\temp\\план.txt | план.txt",
            "'  x.txt ' | x.txt", ".bashrc | .bashrc", "a;b'c\"d.txt | a;b'c\"d.txt" })
    void aNameIsNeverAPath(String given, String name) {
        result(UPLOAD, PLAN, Map.of(Exchange.FILE_NAME, given));

        assertEquals(name, only().name());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 3, 5 << 20 })
    void filesOfEverySizeArriveIdentical(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        result(UPLOAD, new ByteArrayInputStream(bytes), NAMED);

        assertArrayEquals(bytes, only().bytes());
    }

    static Stream<List<Object>> losses() {
        return Stream.of("im.disk.folder.get", "disk.folder.uploadfile", "im.disk.file.commit").flatMap(method -> Stream.of(
                Fault.dropped(), Fault.droppedAfterActing(), Fault.cutBody(), Fault.resetAfterActing(), Fault.html(502))
                .map(fault -> List.of(method, fault)));
    }

    @Test
    void aLostAnswerBringsNoSecondMessage() {
        int count = 0;
        for (List<Object> loss : losses().toList()) {
            portal.fail((String) loss.get(0), (Fault) loss.get(1), 2);
            Object id = result(UPLOAD, PLAN, NAMED);
            count++;
            assertEquals(count, files().size(), loss::toString);
            assertEquals(files().get(count - 1).id(), id, loss::toString);
        }
    }

    @Test
    void norDoesAStepThatIsDoneAgainWithAStreamThatCanBeReadOnce() throws Exception {
        Path spool = spooled();
        RouteBuilder.addRoutes(context, r -> r.from("direct:in").streamCache("false")
                .errorHandler(r.defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0)).to(UPLOAD));
        portal.fail("im.disk.file.commit", Fault.droppedAfterActing(), 4);

        Object id = result("direct:in", new ByteArrayInputStream(PLAN), NAMED);

        assertEquals(files().get(0).id(), id);
        assertArrayEquals(PLAN, only().bytes());
        try (Stream<Path> left = Files.list(spool)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void anEventThatComesAgainBringsNoSecondMessage() throws Exception {
        int[] attempts = { 0 };
        reader.subscribed();
        routes(r -> r.from("bitrix24-im:events?includeOwn=false&" + FAST)
                .setHeader(Exchange.FILE_NAME, r.constant("answer.txt")).setBody(r.constant("yes"))
                .to("bitrix24-im:upload").process(exchange -> {
                    if (++attempts[0] < 3) {
                        throw new IllegalStateException("after the upload");
                    }
                }));
        portal.user(12).says("chat5", "file?");
        await("acknowledged", () -> attempts[0] >= 3 && portal.pending(7).isEmpty());

        assertEquals("yes", new String(only().bytes()));
    }

    @Test
    void whatIsUploadedTwiceOnPurposeIsTwoMessages() throws Exception {
        RouteBuilder.addRoutes(context, r -> r.from("direct:in").setProperty("file", r.body())
                .to(UPLOAD).setBody(r.exchangeProperty("file")).to(UPLOAD));
        result("direct:in", PLAN, NAMED);

        assertEquals(2, files().size());
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeAnythingIsSent() throws Exception {
        Path spool = spooled();
        for (Object body : List.of(PLAN, new ByteArrayInputStream(PLAN), new InputStreamCache(PLAN),
                Files.write(directory.resolve("x"), PLAN))) {
            String why = whyNothingIsSent(UPLOAD + "&maxFileSize=10", body, NAMED);
            assertTrue(why.contains("plan.pdf") && why.contains("maxFileSize"), why);
        }
        try (Stream<Path> left = Files.list(spool)) {
            assertEquals(List.of(), left.toList());
        }
        result(UPLOAD + "&maxFileSize=" + PLAN.length, PLAN, NAMED);
    }

    @Test
    void whatIsNoFileIsRefusedWithWhatToDo() {
        assertTrue(whyNothingIsSent(UPLOAD, PLAN, Map.of()).contains("CamelFileName"));
        assertTrue(whyNothingIsSent(UPLOAD, PLAN, Map.of(Exchange.FILE_NAME, "a/..")).contains("CamelFileName"));
        assertTrue(whyNothingIsSent(UPLOAD, null, NAMED).contains("the body is empty"));
        assertTrue(whyNothingIsSent(UPLOAD, Map.of("a", 1), NAMED).contains("marshal"));
        assertTrue(whyNothingIsSent(UPLOAD, Bitrix24ImEvent.of("{\"eventId\":1}"), NAMED).contains("the event itself"));
        assertTrue(whyNothingIsSent(UPLOAD, directory, NAMED).contains("directory"));
        assertTrue(whyNothingIsSent(UPLOAD, directory.resolve("none"), NAMED).contains("cannot be read"));
        assertTrue(whyNothingIsSent(UPLOAD + "&caption=" + "x".repeat(20_001), PLAN, NAMED).contains("caption"));
        assertTrue(whyNothingIsSent("bitrix24-im:upload", PLAN, NAMED).contains("dialogId"));
    }

    @Test
    void aFullDiskIsSaidSo() {
        portal.disk().quota(5);
        Exception why = send(UPLOAD, PLAN, NAMED).getException();

        assertInstanceOf(Bitrix24ImBadRequestException.class, why);
        assertTrue(why.getMessage().contains("disk of the portal is full"), why::getMessage);
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @CsvSource({ "FILES_ERROR,takes none of it", "SAVE_ERROR,did not post", "ACCESS_ERROR,may write there" })
    void refusalsSayWhatToDo(String code, String advice) {
        portal.fail("im.disk.file.commit", Fault.error(code, "x", 400), 1);
        String why = why(UPLOAD, PLAN, NAMED);

        assertTrue(why.contains(advice), why);
    }

    @Test
    void withoutTheScopeDiskOneCallDoesBothAndThatIsNoticedOnce() {
        reader.scopes("im");
        try (LogWatch log = LogWatch.everything()) {
            for (int i = 1; i <= 3; i++) {
                Exchange done = send(UPLOAD + "&caption=c", PLAN, NAMED);
                StoredMessage message = files().get(i - 1);
                assertEquals(message.id(), done.getMessage().getBody());
                assertEquals("c", message.text());
                assertEquals(message.files(), List.of(done.getMessage().getHeader(Bitrix24ImConstants.FILE_ID).toString()));
            }
            assertEquals(1, log.linesWith("the scope 'disk'").size(), () -> log.lines().toString());
        }
        assertEquals(1, portal.calls("disk.folder.uploadfile").size());
        assertEquals(3, portal.calls("im.v2.File.upload").size());
    }

    @Test
    void aPortalThatLacksTheFoldersIsServedTheOtherWay() {
        portal.fail("im.disk.folder.get", Fault.error("ERROR_METHOD_NOT_FOUND"), 1);
        result(UPLOAD, PLAN, NAMED);

        assertArrayEquals(PLAN, only().bytes());
    }

    @Test
    void anExchangeOfSeveralFilesIsSplitByItsRoute() throws Exception {
        RouteBuilder.addRoutes(context,
                r -> r.from("direct:in").split().body().setHeader(Exchange.FILE_NAME, r.simple("${body}.txt"))
                        .to(UPLOAD));
        portal.fail("im.disk.file.commit", Fault.droppedAfterActing(), 1);
        send("direct:in", List.of("a", "b", "a"), new HashMap<>());

        assertEquals(3, files().size());
    }

    @Test
    void aStreamThatCanBeReadOnceIsSentAgain() {
        int[] left = { 5 };
        InputStream stream = new InputStream() {

            @Override
            public int read() {
                return left[0]-- > 0 ? 'x' : -1;
            }
        };
        portal.fail("disk.folder.uploadfile", Fault.droppedAfterActing(), 2);
        result(UPLOAD, stream, NAMED);

        assertEquals("xxxxx", new String(only().bytes()));
    }
}

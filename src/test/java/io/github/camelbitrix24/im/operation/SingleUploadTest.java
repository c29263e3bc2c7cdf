package io.github.camelbitrix24.im.operation;

import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImBadRequestException;
import io.github.camelbitrix24.im.Bitrix24ImDoubtfulException;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Files of bots, and of users without the scope disk: one call, which the portal would carry out twice. */
class SingleUploadTest extends ConversationTest {

    private static final String UPLOAD = "bitrix24-im:upload?dialogId=chat5";
    private static final Map<String, Object> NAMED = Map.of(Exchange.FILE_NAME, "plan.pdf");

    private EmulatedBot bot;

    @BeforeEach
    void allow() {
        String token = PortalEmulator.SECRET_MARK + "-desk";
        reader.scopes("im", "imbot");
        bot = portal.bot("desk_helper", token);
        portal.chat("chat5").members(7, 12, bot.id());
        configuration().setToken(token);
    }

    private String method(boolean asBot) {
        configuration().setBot(asBot ? "desk_helper" : null);
        return asBot ? "imbot.v2.File.upload" : "im.v2.File.upload";
    }

    private long messages() {
        return portal.transcript().of("chat5").stream().filter(message -> !message.files().isEmpty()).count();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void itArrivesInTheNameOfWhoSendsIt(boolean asBot) {
        method(asBot);
        long id = (Long) result(UPLOAD + "&caption=c", "x", NAMED);

        assertEquals(asBot ? bot.id() : 7, portal.message(id).authorId());
        assertEquals("c", portal.message(id).text());
        assertEquals("x", new String(portal.disk().file(Long.parseLong(portal.message(id).files().get(0))).bytes()));
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aLostAnswerIsAnErrorOfItsOwnKindAndNotRepeated(boolean asBot) throws Exception {
        String method = method(asBot);
        RouteBuilder.addRoutes(context, r -> r.from("direct:in")
                .errorHandler(r.defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0)).to(UPLOAD));
        int sent = 0;
        for (Fault fault : new Fault[] {
                Fault.droppedAfterActing(), Fault.cutBody(), Fault.html(504), Fault.garbage(),
                Fault.resetAfterActing() }) {
            portal.fail(method, fault, 1);
            Exception why = send("direct:in", "x", NAMED).getException();

            Bitrix24ImDoubtfulException doubtful = assertInstanceOf(Bitrix24ImDoubtfulException.class, why);
            assertFalse(doubtful.isRetryable());
            assertTrue(doubtful.getMessage().contains("look into the dialog"), doubtful::getMessage);
            assertEquals(++sent, portal.calls(method).size());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void itIsNotRepeatedWhenItsEventComesAgain(boolean asBot) throws Exception {
        String method = method(asBot);
        portal.fail(method, Fault.droppedAfterActing(), 1);
        reader.subscribed();
        int[] after = { 0 };
        routes(r -> r.from("bitrix24-im:events?includeOwn=false&bot=&" + FAST)
                .filter(r.simple("${body.message.text} == 'file?'"))
                .setHeader(Exchange.FILE_NAME, r.constant("answer.txt")).setBody(r.constant("yes"))
                .to("bitrix24-im:upload").process(exchange -> after[0]++));
        portal.user(12).says("chat5", "file?");
        awaitAcknowledged();

        assertEquals(1, portal.calls(method).size());
        assertEquals(1, messages());
        assertEquals(0, after[0]);
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatWasRefusedOrNotTakenIsTriedAgain(boolean asBot) {
        String method = method(asBot);
        portal.fail(method, Fault.error("QUERY_LIMIT_EXCEEDED"), 2);
        result(UPLOAD, "x", NAMED);

        assertEquals(1, messages());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void whatWasPostedIsNotPostedAgainWhenALaterStepFails(boolean asBot) throws Exception {
        String method = method(asBot);
        reader.subscribed();
        int[] attempts = { 0 };
        routes(r -> r.from("bitrix24-im:events?includeOwn=false&bot=&" + FAST)
                .filter(r.simple("${body.message.text} == 'file?'"))
                .setHeader(Exchange.FILE_NAME, r.constant("answer.txt")).setBody(r.constant("yes"))
                .to("bitrix24-im:upload").process(exchange -> {
                    if (++attempts[0] < 3) {
                        throw new IllegalStateException("after the upload");
                    }
                }));
        portal.user(12).says("chat5", "file?");
        await("done", () -> attempts[0] >= 3 && portal.pending(7).isEmpty());

        assertEquals(1, portal.calls(method).size());
        assertEquals(1, messages());
    }

    @ParameterizedTest
    @CsvSource({
            "true,FILE_SEND_FAILED,its message was refused", "false,FILE_TOO_LARGE,up to 100 MB",
            "true,FILE_INVALID_CONTENT,as it was sent", "false,FILE_FOLDER_ERROR,has no folder",
            "true,FILE_UPLOAD_FAILED,is full", "false,TOO_LARGE,up to 100 MB" })
    void refusalsSayWhatToDo(boolean asBot, String code, String advice) {
        portal.fail(method(asBot), Fault.error(code, "x", 400), 1);
        Exception why = send(UPLOAD, "x", NAMED).getException();

        assertInstanceOf(Bitrix24ImBadRequestException.class, why);
        assertTrue(why.getMessage().contains(advice), why::getMessage);
        assertEquals(code, ((Bitrix24ImException) why).getCode());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void anEmptyFileIsRefusedByThePortal(boolean asBot) {
        method(asBot);
        String why = why(UPLOAD, "", NAMED);

        assertTrue(why.contains("FILE_EMPTY") && why.contains("takes no empty file"), why);
    }

    /** Methods of folders need two scopes, and a portal may say so with the first of them. */
    @ParameterizedTest
    @ValueSource(strings = { "im.disk.folder.get", "disk.folder.uploadfile", "im.disk.file.commit" })
    void whicheverMethodOfFoldersIsRefusedForItsScope(String refused) {
        reader.scopes("im", "disk");
        portal.fail(refused, Fault.error("insufficient_scope"), 1);
        result(UPLOAD, "x", NAMED);
        result(UPLOAD, "y", NAMED);

        assertEquals(2, messages());
        assertEquals(2, portal.calls("im.v2.File.upload").size());
        assertEquals(1, portal.calls("im.disk.folder.get").size());
    }

    @Test
    void withoutTheScopeOfMessagesNothingIsConcludedAboutFolders() {
        reader.scopes("imbot");
        String why = why(UPLOAD, "x", NAMED);
        reader.scopes("im", "disk");
        result(UPLOAD, "x", NAMED);

        assertTrue(why.contains("the scope 'im'"), why);
        assertEquals(1, portal.calls("im.disk.file.commit").size());
    }
}

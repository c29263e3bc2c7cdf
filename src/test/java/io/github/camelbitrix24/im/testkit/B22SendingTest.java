package io.github.camelbitrix24.im.testkit;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B22SendingTest extends PortalTest {

    private static final String SEND = "im.v2.Chat.Message.send";
    private static final String UUID = "3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4";

    @BeforeEach
    void open() {
        ilse.subscribed();
        portal.chat("chat5").members(7, 12);
    }

    private JsonNode sent(String fields) throws Exception {
        return result(ilse, SEND, "{\"dialogId\":\"chat5\",\"fields\":{" + fields + "}}");
    }

    private HttpResponse<String> refused(String fields) throws Exception {
        return call(ilse, SEND, "{\"dialogId\":\"chat5\",\"fields\":{" + fields + "}}");
    }

    @Test
    void aMessageIsAnsweredWithItsIdAndAnEmptyMap() throws Exception {
        JsonNode result = sent("\"message\":\" pong \"");
        long id = result.get("id").longValue();
        assertEquals("{\"id\":" + id + ",\"uuidMap\":[]}", result.toString());
        assertEquals(new SentMessage(id, 7, "chat5", " pong ", null), portal.sent().get(0));
        assertEquals("pong", data(0).at("/message/text").textValue());
    }

    @Test
    void aReplyIsKeptWhereThatOfTheOlderMethodIsIgnored() throws Exception {
        portal.behave(Behaviour.Replies.IGNORED);
        long question = marco.says("chat5", "who?");
        result(ilse, "im.message.add", "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"me\",\"REPLY_ID\":" + question + "}");
        sent("\"message\":\"me\",\"replyId\":" + question);
        sent("\"message\":\"me\",\"REPLY_ID\":\"" + question + "\"");
        assertEquals("[]", data(1).at("/message/params").toString());
        assertEquals("" + question, data(2).at("/message/params/REPLY_ID").textValue());
        assertEquals(question, data(2).at("/additionalMessages/0/id").longValue());
        assertEquals("" + question, data(3).at("/message/params/REPLY_ID").textValue());
        assertEquals(question, portal.sent().get(2).replyTo());
    }

    @Test
    void aReplyIsToAMessageOfTheSameChat() throws Exception {
        long elsewhere = marco.says("7", "psst");
        for (long id : new long[] { 1, elsewhere }) {
            assertError(400, "REPLY_ERROR", "Action unavailable", refused("\"message\":\"me\",\"replyId\":" + id));
        }
    }

    @Test
    void aTemplateIdIsPostedOnceWhicheverMethodTakesIt() throws Exception {
        long first = sent("\"message\":\"one\",\"templateId\":\"" + UUID + "\"").get("id").longValue();
        assertEquals(first, sent("\"message\":\"two\",\"templateId\":\"" + UUID + "\"").get("id").longValue());
        assertEquals(first, result(ilse, "im.message.add",
                "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"three\",\"TEMPLATE_ID\":\"" + UUID + "\"}").longValue());
        String upper = "\"message\":\"four\",\"templateId\":\"3F0C7A52-7C1D-4A55-9F0E-51B2D8A0C9E4\"";
        assertNotEquals(sent(upper).get("id"), sent(upper).get("id"));
        assertEquals(List.of("one", "four", "four"), portal.sent().stream().map(SentMessage::text).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"message\":\" \" | EMPTY_MESSAGE | Message can't be empty",
            "\"x\":1 | EMPTY_MESSAGE | Message can't be empty",
            "\"message\":5 | EMPTY_MESSAGE | Wrong message type",
            "\"message\":\"x\",\"attach\":[{\"X\":1}] | PARAM_ATTACH_ERROR | Incorrect attach params",
            "\"message\":\"x\",\"keyboard\":[{\"TEXT\":\"x\"}] | PARAM_KEYBOARD_ERROR | Incorrect keyboard params" })
    void whatIsNotFitIsRefused(String fields, String code, String description) throws Exception {
        assertError(400, code, description, refused(fields));
        assertEquals(List.of(), portal.sent());
    }

    @Test
    void aPartThatIsTooLargeIsAnErrorOfItsOwnKind() throws Exception {
        assertError(400, "PARAM_ATTACH_ERROR", "You have exceeded the maximum allowable size of attach",
                refused("\"message\":\"x\",\"attach\":[{\"MESSAGE\":\"" + "x".repeat(60_000) + "\"}]"));
    }

    @Test
    void whatIsSentCanBeAskedFor() throws Exception {
        sent("\"message\":\"x\",\"attach\":[{\"MESSAGE\":\"y\"}],\"keyboard\":[{\"TEXT\":\"Open\",\"LINK\":\"/x\"},{\"TEXT\":\"z\"}]");
        SentMessage sent = portal.sent().get(0);
        assertEquals(1, sent.keyboard().size());
        assertTrue(sent.keyboard().get(0).toString().contains("TEXT=Open"), sent.keyboard().toString());
        assertTrue(sent.attach().toString().contains("MESSAGE=y"), sent.attach().toString());
    }

    @ParameterizedTest
    @CsvSource({
            "chat6, ACCESS_DENIED", "chat1111, CHAT_NOT_FOUND", "4711, CHAT_NOT_FOUND", "19, ACCESS_DENIED",
            "somebody, CHAT_NOT_FOUND" })
    void whoMayWriteWhereIsTheChatsMatter(String dialogId, String code) throws Exception {
        portal.chat("chat6").members(12);
        portal.user(19);
        ilse.withoutAccessTo(19);
        HttpResponse<String> response = call(ilse, SEND,
                "{\"dialogId\":\"" + dialogId + "\",\"fields\":{\"message\":\"x\"}}");
        assertEquals(400, response.statusCode());
        assertEquals(code, json(response.body()).get("error").textValue());
    }

    @Test
    void aChatIsNamedAndFieldsAreAnObject() throws Exception {
        assertError(400, "100", "Could not find value for parameter {dialogId}", call(ilse, SEND, "{}"));
        assertError(400, "100", "Invalid value {x} to match with parameter {fields}. Should be value of type array.",
                call(ilse, SEND, "{\"dialogId\":\"chat5\",\"fields\":\"x\"}"));
    }

    @Test
    void whatIsBeingPostedIsNotPostedASecondTime() throws Exception {
        portal.clock().freeze();
        Fault.Stalled stalled = Fault.stalled();
        portal.fail(SEND, stalled);
        String fields = "\"message\":\"x\",\"templateId\":\"" + UUID + "\"";
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> {
            try {
                return refused(fields);
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        stalled.await(Duration.ofSeconds(20));
        assertError(400, "SENDING_FAILED", "Message sending failed", refused(fields));
        assertError(400, "PARAMS_ERROR", "Message isn't added", call(ilse, "im.message.add",
                "{\"DIALOG_ID\":\"chat5\",\"MESSAGE\":\"x\",\"TEMPLATE_ID\":\"" + UUID + "\"}"));
        stalled.release();
        long id = json(first.get(20, TimeUnit.SECONDS).body()).at("/result/id").longValue();
        assertEquals(id, sent(fields).get("id").longValue());
        assertEquals(1, portal.sent().size());
    }

    @Test
    void anHourLaterThePortalNoLongerWaitsForIt() throws Exception {
        portal.clock().freeze();
        portal.templateIdUnderWay(UUID);
        String fields = "\"message\":\"x\",\"templateId\":\"" + UUID + "\"";
        portal.clock().advance(Duration.ofMinutes(59));
        assertError(400, "SENDING_FAILED", "Message sending failed", refused(fields));
        portal.clock().advance(Duration.ofMinutes(1));
        sent(fields);
        assertEquals(1, portal.sent().size());
    }

    @Test
    void othersMessagesAreForwarded() throws Exception {
        long original = marco.says("chat5", "the minutes");
        JsonNode result = sent("\"forwardIds\":{\"" + UUID + "\":" + original + "}");
        assertTrue(result.get("id").isNull());
        StoredMessage copy = portal.message(result.at("/uuidMap/" + UUID).longValue());
        assertEquals(List.of("the minutes"), copy.texts());
        assertEquals(7, copy.authorId());
        assertError(400, "WRONG_UUID", "Wrong UUID", refused("\"forwardIds\":{\"x\":" + original + "}"));
        assertError(400, "MESSAGE_NOT_FOUND", "Message not found", refused("\"forwardIds\":{\"" + UUID + "\":1}"));
    }

    @Test
    void aTextThatIsTooLongIsStoredShortened() throws Exception {
        long id = sent("\"message\":\"" + "😀".repeat(20_007) + "\"").get("id").longValue();
        assertEquals("😀".repeat(20_000) + " (...)", portal.message(id).text());
        long whole = sent("\"message\":\"" + "x".repeat(20_006) + "\"").get("id").longValue();
        assertEquals(20_006, portal.message(whole).text().length());
    }
}

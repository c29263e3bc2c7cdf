package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B18UploadTest extends FilePortalTest {

    private static final String UPLOAD = "imbot.v2.File.upload";

    private String file(String content, String more) {
        return "'dialogId':'chat5','fields':{'name':'plan.pdf','content':'" + content + "'" + more + "}";
    }

    @Test
    void aFileIsAMessageThatShowsIt() throws Exception {
        ilse.subscribed();
        JsonNode result = answer(UPLOAD, file(base64(PLAN), ",'message':'have a look'"));
        assertEquals(List.of("file", "messageId", "chatId", "dialogId"), keys(result));
        long id = result.at("/file/id").longValue();
        StoredMessage message = portal.message(result.get("messageId").longValue());
        assertEquals(List.of("" + id), message.files());
        assertEquals("have a look", message.text());
        assertEquals(desk.id(), message.authorId());
        assertEquals("chat5", result.get("dialogId").textValue());
        assertArrayEquals(PLAN, portal.disk().file(id).bytes());
        assertEquals("[\"" + id + "\"]", data(0).at("/message/params/FILE_ID").toString());
        assertEquals(List.of("" + id), desk.sent().get(0).files());
    }

    @Test
    void aBotAndAUserAreToldOfAFileInTheirOwnWay() throws Exception {
        JsonNode ofBot = answer(UPLOAD, file(base64(PLAN), "")).get("file");
        List<String> keys = List.of("id", "chatId", "date", "type", "name", "extension", "size", "image", "authorId",
                "authorName", "isTranscribable", "isVideoNote", "isVoiceNote");
        assertEquals(keys, keys(ofBot));
        assertEquals("plan.pdf pdf " + PLAN.length,
                ofBot.get("name").textValue() + " " + ofBot.get("extension").textValue() + " " + ofBot.get("size"));
        JsonNode ofUser = result(ilse, "im.v2.File.upload", "{" + file(base64(PLAN), "").replace('\'', '"') + "}").get("file");
        assertEquals(keys, keys(ofUser).subList(0, keys.size()));
        assertEquals(List.of("status", "progress", "urlPreview", "urlShow", "urlDownload", "viewerAttrs", "mediaUrl"),
                keys(ofUser).subList(keys.size(), keys(ofUser).size()));
        assertEquals("plan (1).pdf", ofUser.get("name").textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'name':'x','content':'' | FILE_EMPTY", "'name':'x' | FILE_EMPTY", "'content':'eA==' | FILE_EMPTY",
            "'name':'x','content':'eA' | ", "'name':'x','content':'e' | FILE_INVALID_CONTENT",
            "'name':'x','content':'data:text/plain;base64,eA==' | FILE_INVALID_CONTENT",
            "'name':'x','content':['eA=='] | FILE_INVALID_CONTENT" })
    void contentIsBase64(String fields, String code) throws Exception {
        String more = "'dialogId':'chat5','fields':{" + fields + "}";
        if (code == null) {
            assertEquals(200, ask(UPLOAD, more).statusCode());
        } else {
            refused(code, ask(UPLOAD, more));
            assertEquals(List.of(), portal.disk().files());
        }
    }

    @Test
    void aFileMayBeTooLargeOrTheDiskFull() throws Exception {
        portal.disk().largestUpload(4);
        refused("FILE_TOO_LARGE", ask(UPLOAD, file(base64(new byte[5]), "")));
        portal.disk().quota(7);
        assertEquals(200, ask(UPLOAD, file(base64(new byte[4]), "")).statusCode());
        refused("FILE_UPLOAD_FAILED", ask(UPLOAD, file(base64(new byte[4]), "")));
        assertEquals(1, portal.sent().size());
    }

    @Test
    void whatCannotBeShownIsKept() throws Exception {
        portal.chat("chat5").members(7, 12, desk.id()).channel();
        refused("FILE_SEND_FAILED", ask(UPLOAD, file(base64(PLAN), "")));
        assertEquals(1, portal.disk().files().size());
        assertEquals(List.of(), portal.sent());
    }

    @Test
    void nothingProtectsFromASecondMessage() throws Exception {
        portal.fail(UPLOAD, Fault.droppedAfterActing());
        try {
            ask(UPLOAD, file(base64(PLAN), ""));
        } catch (IOException lost) {
            assertEquals(1, desk.sent().size());
        }
        answer(UPLOAD, file(base64(PLAN), ""));
        assertEquals(2, desk.sent().size());
    }

    @ParameterizedTest
    @CsvSource({ "chat99, CHAT_NOT_FOUND", "chat6, ACCESS_DENIED" })
    void theDialogIsLookedAtFirst(String dialogId, String code) throws Exception {
        portal.chat("chat6").members(7, 12);
        refused(code, ask(UPLOAD, "'dialogId':'" + dialogId + "','fields':{}"));
    }

    @Test
    void largeContentIsTakenAndNotRemembered() throws Exception {
        FileDraft large = FileDraft.random("large.bin", 5 << 20, 1);
        String json
                = "{\"dialogId\":\"chat5\",\"fields\":{\"message\":\"\\u0041\\\"x\\\\\",\"name\":\"large.bin\",\"content\":\""
                  + base64(large.content.bytes()).replace("/", "\\/").replace("=", "\\u003d") + "\"}}";
        long id = result(ilse, "im.v2.File.upload", json).at("/file/id").longValue();
        assertArrayEquals(large.content.bytes(), portal.disk().file(id).bytes());
        assertEquals("A\"x\\", portal.sent().get(0).text());
        RecordedCall call = portal.calls("im.v2.File.upload").get(0);
        assertTrue(call.body().length() < 100, call.body());
        assertTrue(call.toString().length() < 1000, "a line for the call is " + call.toString().length() + " characters");
    }

    @Test
    void largeTextsThatAreNoFilesAreWhole() throws Exception {
        long id = answer(SEND, "'dialogId':'chat5','fields':{'message':'" + "\\u0435".repeat(400_000) + "'}").get("id")
                .longValue();
        assertEquals("е".repeat(20_000) + " (...)", portal.message(id).text());
    }
}

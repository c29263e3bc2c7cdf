package io.github.camelbitrix24.im.testkit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B19DiskTest extends FilePortalTest {

    private static final String UPLOAD = "disk.folder.uploadfile";
    private static final String COMMIT = "im.disk.file.commit";
    private static final String UUID = "3f0c7a52-7c1d-4a55-9f0e-51b2d8a0c9e4";

    private JsonNode done(String method, String params, int status) throws Exception {
        HttpResponse<String> response = call(ilse, method, "{" + params.replace('\'', '"') + "}");
        assertEquals(status, response.statusCode(), response.body());
        return json(response.body());
    }

    private JsonNode result(String method, String params) throws Exception {
        return done(method, params, 200).get("result");
    }

    private long folder(String dialogId) throws Exception {
        return result("im.disk.folder.get", "'DIALOG_ID':'" + dialogId + "'").get("ID").longValue();
    }

    private long uploaded(String dialogId, String name) throws Exception {
        return result(UPLOAD, "'id':" + folder(dialogId) + ",'data':{'NAME':'" + name + "'},'fileContent':['" + name + "','"
                              + base64(PLAN) + "'],'generateUniqueName':true")
                .get("ID").longValue();
    }

    @Test
    void aFileIsUploadedIntoTheFolderAndThenShown() throws Exception {
        ilse.subscribed();
        long id = uploaded("chat5", "plan.pdf");
        assertArrayEquals(PLAN, portal.disk().file(id).bytes());
        assertEquals(List.of(), portal.recorded(7));
        JsonNode result = result(COMMIT, "'DIALOG_ID':'chat5','FILE_ID':" + id + ",'MESSAGE':'have a look'");
        assertEquals(List.of("FILES", "DISK_ID", "FILE_MODELS", "MESSAGE_ID"), keys(result));
        assertEquals("plan.pdf", result.at("/FILES/upload" + id + "/name").textValue());
        assertEquals("[\"" + id + "\"]", result.get("DISK_ID").toString());
        StoredMessage message = portal.message(result.get("MESSAGE_ID").longValue());
        assertEquals("have a look", message.text());
        assertEquals(List.of("" + id), message.files());
        assertEquals(List.of("" + id), portal.sent().get(0).files());
        assertEquals(1, portal.recorded(7).size());
    }

    @Test
    void severalFilesAreOneMessage() throws Exception {
        long one = uploaded("12", "one");
        long two = uploaded("12", "two");
        JsonNode result = result(COMMIT, "'DIALOG_ID':12,'UPLOAD_ID':[" + one + "," + two + "]");
        assertEquals(List.of("" + one, "" + two), portal.message(result.get("MESSAGE_ID").longValue()).files());
    }

    @Test
    void aTemplateIdIsShownOnceThoughTheAnswerIsLost() throws Exception {
        String commit = "'CHAT_ID':5,'FILE_ID':[" + uploaded("chat5", "plan.pdf") + "],'TEMPLATE_ID':'" + UUID + "'";
        portal.fail(COMMIT, Fault.droppedAfterActing());
        assertThrows(IOException.class, () -> result(COMMIT, commit));
        JsonNode again = result(COMMIT, commit);
        assertEquals(again, result(COMMIT, commit));
        assertEquals(1, portal.sent().size());
        assertEquals(UUID, portal.sent().get(0).templateId());
        assertEquals(portal.sent().get(0).id(), again.get("MESSAGE_ID").longValue());
    }

    @Test
    void withoutOneEachCommitIsAMessage() throws Exception {
        String commit = "'CHAT_ID':5,'FILE_ID':" + uploaded("chat5", "plan.pdf");
        result(COMMIT, commit);
        result(COMMIT, commit);
        assertEquals(2, portal.sent().size());
    }

    @Test
    void whatIsUnderWayIsRefused() throws Exception {
        portal.templateIdUnderWay(UUID);
        assertEquals("SAVE_ERROR", done(COMMIT, "'CHAT_ID':5,'FILE_ID':" + uploaded("chat5", "x") + ",'TEMPLATE_ID':'" + UUID
                                                + "'",
                400).get("error").textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'FILE_ID':1 | DIALOG_ID_EMPTY | 400", "'CHAT_ID':0,'FILE_ID':1 | CHAT_ID_EMPTY | 400",
            "'DIALOG_ID':'chat99','FILE_ID':1 | ACCESS_ERROR | 403", "'DIALOG_ID':'chat6','FILE_ID':1 | ACCESS_ERROR | 403",
            "'DIALOG_ID':'chat5' | FILES_ERROR | 400", "'DIALOG_ID':'chat5','FILE_ID':[] | FILES_ERROR | 400",
            "'DIALOG_ID':'chat5','FILE_ID':[4401,1] | FILES_ERROR | 400" })
    void whatDoesNotFitIsRefused(String params, String code, int status) throws Exception {
        portal.chat("chat6").members(12);
        assertEquals(4401, uploaded("chat5", "x"));
        assertEquals(code, done(COMMIT, params, status).get("error").textValue());
        assertEquals(List.of(), portal.sent());
    }

    @Test
    void aFileOfADriveIsCopied() throws Exception {
        long id = portal.disk().keep(7, FileDraft.of("mine.txt", PLAN));
        long foreign = portal.disk().keep(12, FileDraft.of("his.txt", PLAN));
        JsonNode result = result(COMMIT, "'DIALOG_ID':'chat5','DISK_ID':" + id);
        long copy = result.at("/DISK_ID/0").asLong();
        assertTrue(copy > foreign, result.toString());
        assertArrayEquals(PLAN, portal.disk().file(copy).bytes());
        assertEquals("FILES_ERROR", done(COMMIT, "'DIALOG_ID':'chat5','DISK_ID':" + foreign, 400).get("error").textValue());
    }

    @Test
    void whatIsSaidOfTheCallHoldsNoFile() throws Exception {
        result(UPLOAD,
                "'id':" + folder("chat5") + ",'data':{'NAME':'a'},'fileContent':['a','" + base64(new byte[9_000]) + "']");
        String call = portal.calls(UPLOAD).get(0).toString();
        assertTrue(call.contains("(12000 characters)") && call.length() < 1_000, call);
        assertEquals(12_000, ((List<?>) portal.calls(UPLOAD).get(0).param("fileContent")).get(1).toString().length());
    }

    @Test
    void namesAreUniqueInAFolder() throws Exception {
        uploaded("chat5", "plan.pdf");
        assertEquals("plan (1).pdf", portal.disk().file(uploaded("chat5", "plan.pdf")).name());
        assertEquals("plan (2).pdf", portal.disk().file(uploaded("chat5", "plan.pdf")).name());
        assertEquals("DISK_OBJ_22000", done(UPLOAD, "'id':505,'data':{'NAME':'plan.pdf'},'fileContent':['x','eA==']", 400)
                .get("error").textValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "'data':{'NAME':'x'} | ERROR_ARGUMENT", "'id':9999 | ERROR_NOT_FOUND", "'id':506 | ACCESS_DENIED",
            "'id':505,'fileContent':['x','eA=='] | DISK_BASE_SERVICE_22001",
            "'id':505,'data':{'NAME':'x'},'fileContent':['x','?'] | ERROR_COULD_NOT_SAVE_FILE",
            "'id':505,'data':{'NAME':'x'},'fileContent':['x','eHh4eHg='] | ERROR_COULD_NOT_SAVE_FILE" })
    void whatCannotBeUploadedIsRefused(String params, String code) throws Exception {
        portal.chat("chat6").members(12);
        portal.disk().quota(4);
        assertEquals(code, done(UPLOAD, params, 400).get("error").textValue());
        assertEquals(List.of(), portal.disk().files());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void withoutContentALinkIsGivenToPostAFormTo(boolean oauth) throws Exception {
        String params = "\"id\":505,\"generateUniqueName\":true";
        String token = portal.oauthApplication("app.1").scopes("disk").tokens(7).accessToken();
        String answer = oauth
                ? post(portal.url() + "/rest/" + UPLOAD, "application/json", "{" + params + ",\"auth\":\"" + token + "\"}")
                        .body()
                : call(ilse, UPLOAD, "{" + params + "}").body();
        JsonNode link = json(answer).get("result");
        assertEquals(List.of("field", "uploadUrl"), keys(link));
        String url = link.get("uploadUrl").textValue();
        assertTrue(url.startsWith(portal.url() + (oauth
                ? "/rest/upload.json?auth=" + token + "&token="
                : "/rest/7/" + ilse.secret() + "/upload/?token=")), url);
        byte[] form = concatenated("--b\r\nContent-Disposition: form-data; name=\"" + link.get("field").textValue()
                                   + "\"; filename=\"план.pdf\"\r\nContent-Type: application/pdf\r\n\r\n",
                PLAN, "\r\n--b2--\r\n--b--\r\n");
        HttpResponse<byte[]> response = fetch(to(url).header("Content-Type", "multipart/form-data; boundary=b")
                .POST(BodyPublishers.ofByteArray(form)));
        assertEquals(200, response.statusCode(), new String(response.body()));
        StoredFile file = portal.disk().files().get(0);
        assertEquals("план.pdf", file.name());
        assertEquals(file.id(), json(new String(response.body())).at("/result/ID").longValue());
    }

    @Test
    void aFormOf5MegabytesArrivesWhole() throws Exception {
        byte[] bytes = FileDraft.random("x", 5 << 20, 3).content.bytes();
        String url = result(UPLOAD, "'id':505").get("uploadUrl").textValue();
        byte[] form = concatenated("--bound\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n", bytes,
                "\r\n--bound--\r\n");
        assertEquals(200, fetch(to(url).header("Content-Type", "multipart/form-data; boundary=bound")
                .POST(BodyPublishers.ofByteArray(form))).statusCode());
        assertArrayEquals(bytes, portal.disk().files().get(0).bytes());
        assertTrue(portal.calls("upload").get(0).toString().length() < 500);
    }

    private static byte[] concatenated(String head, byte[] body, String tail) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(head.getBytes(StandardCharsets.UTF_8));
        out.write(body);
        out.write(tail.getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    @Test
    void theDriveTellsNameSizeAndLink() throws Exception {
        long id = uploaded("chat5", "plan.pdf");
        JsonNode file = result("disk.file.get", "'id':" + id);
        assertEquals("plan.pdf " + PLAN.length, file.get("NAME").textValue() + " " + file.get("SIZE").textValue());
        assertArrayEquals(PLAN, fetch(file.get("DOWNLOAD_URL").textValue()).body());
        assertEquals("ERROR_NOT_FOUND", done("disk.file.get", "'id':1", 400).get("error").textValue());
        portal.chat("chat6").members(12);
        long hidden = Long.parseLong(portal.message(marco.sends("chat6", FileDraft.of("x", PLAN))).files().get(0));
        assertEquals("ACCESS_DENIED", done("disk.file.get", "'id':" + hidden, 400).get("error").textValue());
    }

    @Test
    void underOAuthTheLinkOfTheDriveLacksTheToken() throws Exception {
        String token = portal.oauthApplication("app.1").scopes("disk").tokens(7).accessToken();
        String answer = post(portal.url() + "/rest/disk.file.get", "application/json",
                "{\"id\":" + uploaded("chat5", "plan.pdf") + ",\"auth\":\"" + token + "\"}").body();
        String url = json(answer).at("/result/DOWNLOAD_URL").textValue();
        assertEquals(401, fetch(url).statusCode());
        assertArrayEquals(PLAN, fetch(url + "&auth=" + token).body());
    }

    @Test
    void eachPartHasAScopeOfItsOwn() throws Exception {
        ilse.scopes("im");
        assertEquals("insufficient_scope", done(UPLOAD, "'id':505", 401).get("error").textValue());
        assertEquals(505, folder("chat5"));
        ilse.scopes("disk");
        assertEquals("insufficient_scope", done(COMMIT, "'CHAT_ID':5,'FILE_ID':1", 401).get("error").textValue());
    }
}

package io.github.camelbitrix24.im.rest;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RequestBodyTest {

    private static byte[] written(RequestBody body) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream() {

            @Override
            public void close() {
                throw new IllegalStateException("the stream is not the body's to close");
            }
        };
        body.writeTo(out);
        return out.toByteArray();
    }

    private static ObjectNode params(FileContent content) {
        ObjectNode params = Json.MAPPER.createObjectNode().put("id", 505).put("name", "план \"1\" \ud83d.pdf");
        params.putArray("fileContent").add("x").add(content.node());
        return params.put("auth", "t");
    }

    @Test
    void filesOfEverySizeAreWrittenAsBase64AndAsLongAsTold() throws IOException {
        Random random = new Random(14);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = new byte[i < 20 ? i : random.nextInt(50_000)];
            random.nextBytes(bytes);
            AtomicInteger opened = new AtomicInteger();
            RequestBody body = RequestBody.of(params(new FileContent(bytes.length, () -> {
                opened.incrementAndGet();
                return new ByteArrayInputStream(bytes);
            })));
            assertEquals(0, opened.get());
            for (int time = 1; time <= 2; time++) {
                byte[] json = written(body);
                JsonNode read = Json.MAPPER.readTree(json);
                assertEquals(json.length, body.length());
                assertArrayEquals(bytes, read.at("/fileContent/1").binaryValue());
                assertEquals("план \"1\" \ufffd.pdf", read.get("name").textValue());
                assertEquals("t", read.get("auth").textValue());
                assertEquals(time, opened.get());
            }
        }
    }

    @Test
    void whatHasChangedOrCannotBeReadIsSaidSo() throws IOException {
        for (int size : new int[] { 0, 99, 101, 20_000 }) {
            RequestBody body = RequestBody.of(params(new FileContent(100, () -> new ByteArrayInputStream(new byte[size]))));
            IOException e = assertThrows(UnreadableContentException.class, () -> written(body));
            assertTrue(e.getMessage().contains("had 100 bytes"), e::getMessage);
        }
        RequestBody gone = RequestBody.of(params(new FileContent(100, () -> {
            throw new IOException("the drive was taken away");
        })));
        IOException e = assertThrows(UnreadableContentException.class, () -> written(gone));
        assertTrue(e.getMessage().contains("the drive was taken away"), e::getMessage);
    }

    @Test
    void whoeverPrintsTheParametersSeesNoContent() {
        String printed = params(new FileContent(3, () -> new ByteArrayInputStream(new byte[] { 1, 2, 3 }))).toString();
        assertTrue(printed.contains("3 bytes"), printed);
        assertFalse(printed.contains("AQID"), printed);
    }
}

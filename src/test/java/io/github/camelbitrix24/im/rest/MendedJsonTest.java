package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Mending changes what cannot be read, nothing else, and moves no byte. */
class MendedJsonTest {

    private static final String SOUND = "{\"a\":[1,-2.5e3,\"\\u0436ж👍\\n\\\"\\\\\",{\"b\":null,\"\":true}],\"end\":\"last\"}";

    private static JsonNode tree(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return MendedJson.tree(bytes, 0, bytes.length);
    }

    @Test
    void whatCanBeReadStaysAsItIs() throws IOException {
        assertEquals(Json.MAPPER.readTree(SOUND), tree(SOUND));
    }

    @Test
    void whatIsTooDeepIsEmptyAndItsNeighboursAreThere() {
        JsonNode tree = tree("{\"deep\":" + "[1,".repeat(5_000) + "{}" + "]".repeat(5_000) + ",\"after\":7}");

        assertEquals(7, tree.path("after").asInt());
        assertEquals(1, tree.path("deep").path(0).asInt());
    }

    @Test
    void aNumberThatNobodyCanCountWithIsNull() {
        JsonNode tree = tree("{\"n\":" + "9".repeat(100_000) + ",\"m\":" + "9".repeat(1_500) + ",\"after\":7}");

        assertTrue(tree.path("n").isNull());
        assertEquals(1_500, tree.path("m").asText().length());
        assertEquals(7, tree.path("after").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{\"a\":\"", "[1,2", "{\"a\":\\", "\"\\u", "{\"a\":tru", "]" })
    void whatEndsTooEarlyStaysUnreadable(String json) {
        assertTrue(tree(json).isMissingNode(), json);
    }

    /** Any bytes inside of a string, but for its end and what escapes it, hurt that string alone. */
    @Test
    void noBytesInAStringHurtWhatIsAroundIt() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            byte[] any = new byte[random.nextInt(12)];
            random.nextBytes(any);
            for (int at = 0; at < any.length; at++) {
                if (any[at] == '"' || any[at] == '\\' && at == any.length - 1) {
                    any[at] = 'x';
                }
            }
            String before = "{\"odd\":\"";
            byte[] json = (before + " ".repeat(any.length) + "\",\"after\":[7]}").getBytes(StandardCharsets.UTF_8);
            System.arraycopy(any, 0, json, before.length(), any.length);
            try (JsonParser parser = MendedJson.parser(json)) {
                while (parser.nextToken() != JsonToken.VALUE_NUMBER_INT) {
                    assertTrue(parser.currentToken() != null, "-Dseed=" + seed);
                }
                assertEquals(json.length - 3, parser.currentTokenLocation().getByteOffset(), "-Dseed=" + seed);
            }
        }
    }

    @Test
    void theOriginalIsNotTouched() throws IOException {
        byte[] json = { '"', (byte) 0xff, '"' };
        try (JsonParser parser = MendedJson.parser(json)) {
            parser.nextToken();
            assertEquals("?", parser.getText());
        }
        assertEquals((byte) 0xff, json[1]);
    }

    @Test
    void anAnswerWithAnOddNameIsRead() throws RestException {
        byte[] body = "{\"result\":[{\"NAME\":\"Zo?\",\"ID\":5}],\"time\":{\"start\":1}}".getBytes(StandardCharsets.UTF_8);
        body[new String(body, StandardCharsets.UTF_8).indexOf('?')] = (byte) 0xeb;
        RestAnswer<JsonNode> answer = new AnswerReader<JsonNode>(
                "user.get", new HttpAnswer(200, body, null), (parser, bytes) -> Json.MAPPER.readTree(parser)).read(0);

        assertEquals(5, answer.result().path(0).path("ID").asInt());
        assertEquals(1, answer.time().start().getEpochSecond());
    }

    @Test
    void anErrorIsOneAlsoWhereSomethingBesideItIsOdd() {
        byte[] body = "{\"x\":\"?\",\"error\":\"ACCESS_DENIED\"}".getBytes(StandardCharsets.UTF_8);
        body[6] = (byte) 0x80;
        RestException e = assertThrows(RestException.class,
                () -> new AnswerReader<JsonNode>(
                        "user.get", new HttpAnswer(200, body, null), (parser, bytes) -> Json.MAPPER.readTree(parser)).read(0));

        assertEquals("ACCESS_DENIED", e.code());
    }
}

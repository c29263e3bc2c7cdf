package io.github.camelbitrix24.im.bot;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Reads the answer of a server that streams chat completions in the manner of OpenAI, for the operation {@code stream}:
 * a bean in a route, after the call of the server.
 */
public final class CompletionStream {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIELD = "data:";
    private static final String END = "[DONE]";
    /** No line is like it. */
    private static final String END_OF_BODY = "\n";

    /**
     * The pieces of text as they come. Each is read from the body when it is asked for; closing the stream closes the
     * body. Where the body ends before the answer does, or the server reports an error in it, asking for the next piece
     * throws an {@link UncheckedIOException} that says so.
     *
     * @param body server-sent events in UTF-8
     */
    public Stream<String> pieces(InputStream body) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        Answer answer = new Answer();
        return Stream.concat(lines.lines(), Stream.of(END_OF_BODY)).takeWhile(answer::goesOn).map(answer::piece)
                .filter(Predicate.not(String::isEmpty)).onClose(() -> {
                    try {
                        lines.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static final class Answer {

        private boolean finished;

        private boolean goesOn(String line) {
            if (line.equals(END_OF_BODY) && !finished) {
                throw new UncheckedIOException(new EOFException("the server ended its answer in the middle"));
            }
            return !line.equals(END_OF_BODY) && !(line.startsWith(FIELD) && END.equals(data(line)));
        }

        /** Empty if a line brings nothing. */
        private String piece(String line) {
            return line.startsWith(FIELD) ? text(parse(data(line))) : "";
        }

        private static String data(String line) {
            return line.substring(FIELD.length()).trim();
        }

        private String text(JsonNode chunk) {
            if (chunk.hasNonNull("error")) {
                throw failure("the server reports an error: "
                              + chunk.get("error").path("message").asText(chunk.get("error").toString()),
                        null);
            }
            JsonNode choice = chunk.path("choices").path(0);
            finished |= choice.hasNonNull("finish_reason");
            return choice.path("delta").path("content").asText("");
        }

        private static JsonNode parse(String data) {
            try {
                return MAPPER.readTree(data);
            } catch (JsonProcessingException e) {
                throw failure("the server sent something else than JSON: " + e.getOriginalMessage(), e);
            }
        }

        private static UncheckedIOException failure(String what, Exception cause) {
            return new UncheckedIOException(new IOException(what, cause));
        }
    }
}

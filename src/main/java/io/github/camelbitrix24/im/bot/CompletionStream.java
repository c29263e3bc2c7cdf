package io.github.camelbitrix24.im.bot;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

    /**
     * The pieces of text as they come. Each is read from the body when it is asked for; closing the stream closes the
     * body. Where the body ends before the answer does, or the server reports an error in it, asking for the next piece
     * throws an {@link UncheckedIOException} that says so.
     *
     * @param body server-sent events in UTF-8
     */
    public Stream<String> pieces(InputStream body) {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(new Pieces(lines), 0), false).onClose(() -> {
            try {
                lines.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static final class Pieces implements Iterator<String> {

        private final BufferedReader lines;
        private String next = "";
        private boolean finished;

        private Pieces(BufferedReader lines) {
            this.lines = lines;
        }

        @Override
        public boolean hasNext() {
            try {
                while (next != null && next.isEmpty()) {
                    next = read();
                }
                return next != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String piece = next;
            next = "";
            return piece;
        }

        /** {@code null} at the end, empty if a line brings nothing. */
        private String read() throws IOException {
            String line = lines.readLine();
            if (line == null && finished) {
                return null;
            }
            if (line == null) {
                throw new EOFException("the server ended its answer in the middle");
            }
            if (!line.startsWith(FIELD)) {
                return "";
            }
            String data = line.substring(FIELD.length()).trim();
            return END.equals(data) ? null : piece(data);
        }

        private String piece(String data) throws IOException {
            JsonNode chunk = parse(data);
            if (chunk.hasNonNull("error")) {
                throw new IOException(
                        "the server reports an error: "
                                      + chunk.get("error").path("message").asText(chunk.get("error").toString()));
            }
            JsonNode choice = chunk.path("choices").path(0);
            finished |= choice.hasNonNull("finish_reason");
            return choice.path("delta").path("content").asText("");
        }

        private static JsonNode parse(String data) throws IOException {
            try {
                return MAPPER.readTree(data);
            } catch (JsonProcessingException e) {
                throw new IOException("the server sent something else than JSON: " + e.getOriginalMessage(), e);
            }
        }
    }
}

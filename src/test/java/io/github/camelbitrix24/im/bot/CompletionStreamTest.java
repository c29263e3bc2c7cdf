package io.github.camelbitrix24.im.bot;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CompletionStreamTest {

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String content(String text) {
        return "data: {\"choices\":[{\"delta\":{\"content\":\"" + text + "\"}}]}\n\n";
    }

    private static List<String> pieces(String text) {
        return new CompletionStream().pieces(body(text)).toList();
    }

    @Test
    void onlyTextIsTaken() {
        assertEquals(List.of("Привет", " 🎉"), pieces(
                ": waiting\n\nevent: x\nid: 1\ndata:{\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null}}]}\r\n\r\n"
                                                      + content("Привет") + "data: {\"choices\":[],\"usage\":{\"total\":3}}\n\n"
                                                      + content(" 🎉") + "data: [DONE]\n\n" + content("never")));
    }

    @Test
    void aReasonToFinishIsAnEndToo() {
        assertEquals(List.of("a"),
                pieces(content("a") + "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n"));
    }

    @Test
    void whatEndsBeforeTheAnswerDoesIsNotWhole() {
        Iterator<String> pieces = new CompletionStream().pieces(body(content("a"))).iterator();

        assertEquals("a", pieces.next());
        UncheckedIOException end = assertThrows(UncheckedIOException.class, pieces::hasNext);
        assertTrue(end.getMessage().contains("ended its answer in the middle"), end.getMessage());
    }

    @Test
    void anErrorInTheMiddleIsReported() {
        UncheckedIOException error = assertThrows(UncheckedIOException.class,
                () -> pieces(content("a") + "data: {\"error\":{\"message\":\"overloaded\",\"type\":\"server\"}}\n\n"));
        assertTrue(error.getMessage().contains("overloaded"), error.getMessage());
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThrows(UncheckedIOException.class, () -> pieces("data: <html>\n\n"));
        assertThrows(UncheckedIOException.class, () -> pieces("{\"choices\":[]}"));
    }

    @Test
    void closingClosesTheBody() {
        AtomicBoolean closed = new AtomicBoolean();
        try (Stream<String> pieces = new CompletionStream().pieces(new ByteArrayInputStream(new byte[0]) {
            @Override
            public void close() {
                closed.set(true);
            }
        })) {
            assertEquals(false, closed.get());
        }
        assertTrue(closed.get());
    }
}

package io.github.camelbitrix24.im.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;
import java.util.stream.BaseStream;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.util.IOHelper;

/**
 * A text that comes piece by piece.
 */
final class TextPieces implements Iterator<String>, AutoCloseable {

    private static final String PUBLISHER = "org.reactivestreams.Publisher";

    private final Exchange exchange;
    private final Iterator<?> pieces;
    private final Runnable end;

    private TextPieces(Exchange exchange, Iterator<?> pieces, Runnable end) {
        this.exchange = exchange;
        this.pieces = pieces;
        this.end = end;
    }

    /**
     * The pieces that a body gives.
     *
     * @throws RuntimeExchangeException if it is none that gives any
     */
    static TextPieces of(Exchange exchange) {
        Object body = exchange.getMessage().getBody();
        if (body instanceof InputStream stream) {
            return of(exchange, new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        if (body instanceof Reader reader) {
            return of(exchange, reader);
        }
        if (body instanceof BaseStream<?, ?> stream) {
            return new TextPieces(exchange, stream.iterator(), stream::close);
        }
        if (body instanceof Flow.Publisher<?> publisher) {
            return of(exchange, publisher);
        }
        if (isPublisher(body)) {
            return of(exchange, ReactivePublisher.of(body));
        }
        if (body instanceof Iterator<?> iterator) {
            return new TextPieces(exchange, iterator, () -> {
            });
        }
        if (body instanceof Iterable<?> iterable) {
            return new TextPieces(exchange, iterable.iterator(), () -> {
            });
        }
        if (body == null || body instanceof Map || body instanceof Bitrix24ImEvent) {
            throw new RuntimeExchangeException(
                    "No text to stream: the body is " + (body == null ? "empty" : "a " + body.getClass().getName())
                                               + ". It must be an Iterator, Iterable, Stream, Publisher or InputStream of"
                                               + " pieces of text",
                    exchange);
        }
        return new TextPieces(exchange, List.of(body).iterator(), () -> {
        });
    }

    private static TextPieces of(Exchange exchange, Flow.Publisher<?> publisher) {
        PublishedPieces published = new PublishedPieces();
        publisher.subscribe(published);
        return new TextPieces(exchange, published, published::cancel);
    }

    private static TextPieces of(Exchange exchange, Reader reader) {
        return new TextPieces(exchange, new ReadPieces(reader), () -> IOHelper.close(reader));
    }

    private static boolean isPublisher(Object body) {
        for (Class<?> type = body == null ? null : body.getClass(); type != null; type = type.getSuperclass()) {
            if (isPublisher(type)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPublisher(Class<?> type) {
        if (type.getName().equals(PUBLISHER)) {
            return true;
        }
        for (Class<?> parent : type.getInterfaces()) {
            if (isPublisher(parent)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean hasNext() {
        return pieces.hasNext();
    }

    @Override
    public String next() {
        Object piece = pieces.next();
        if (piece == null) {
            return "";
        }
        String text = exchange.getContext().getTypeConverter().tryConvertTo(String.class, exchange, piece);
        if (text == null) {
            throw new IllegalArgumentException("a piece is a " + piece.getClass().getName() + ", which is no text");
        }
        return text;
    }

    @Override
    public void close() {
        end.run();
    }

    /** As much as there is at once. */
    private static final class ReadPieces implements Iterator<String> {

        private static final int MOST = 4_096;

        private final Reader reader;
        private final char[] read = new char[MOST];
        private int length;

        private ReadPieces(Reader reader) {
            this.reader = reader;
        }

        @Override
        public boolean hasNext() {
            try {
                while (length == 0) {
                    length = reader.read(read);
                }
                return length > 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            String piece = new String(read, 0, length);
            length = 0;
            return piece;
        }
    }
}

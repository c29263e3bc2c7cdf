package io.github.camelbitrix24.im.file;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.rest.FileContent;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.StreamCache;
import org.apache.camel.TypeConverter;
import org.apache.camel.WrappedFile;

/**
 * The bytes that a body is, so that they can be read as often as they are sent. What Camel can read only once is
 * spooled to disk.
 *
 * @param name what the file is called
 * @param most how many bytes it may have
 */
public record FileBody(Exchange exchange, String name, long most) {

    /**
     * @throws RuntimeExchangeException if it is none that has bytes, or too many, or cannot be read
     */
    public FileContent of(Object body) {
        try {
            return read(body);
        } catch (IOException e) {
            throw new RuntimeExchangeException("The file " + name + " cannot be read: " + e, exchange, e);
        }
    }

    private FileContent read(Object body) throws IOException {
        if (body instanceof WrappedFile<?> wrapped) {
            Object within = wrapped.getBody() == null ? wrapped.getFile() : wrapped.getBody();
            return within instanceof File || within instanceof byte[] || within instanceof InputStream
                    ? read(within) : converted(body);
        }
        if (body instanceof File file) {
            return read(file.toPath());
        }
        if (body instanceof Path path) {
            return ofFile(path);
        }
        if (body instanceof byte[] bytes) {
            return ofBytes(bytes);
        }
        if (body instanceof StreamCache cache && body instanceof InputStream stream) {
            return ofCache(cache, stream);
        }
        if (body instanceof InputStream stream) {
            return ofFile(OutgoingSpool.of(exchange).file(stream, out -> copy(stream, out)));
        }
        if (body instanceof AttachedFile attached) {
            return ofFile(OutgoingSpool.of(exchange).file(attached.identity(), out -> {
                try (InputStream in = attached.open()) {
                    copy(in, out);
                }
            }));
        }
        return converted(body);
    }

    private FileContent converted(Object body) throws IOException {
        if (body == null) {
            throw new RuntimeExchangeException("No file to send: the body is empty", exchange);
        }
        if (body instanceof Map || body instanceof Collection || body instanceof Bitrix24ImEvent) {
            throw noFile(body);
        }
        TypeConverter converter = exchange.getContext().getTypeConverter();
        if (!(body instanceof WrappedFile)) {
            byte[] bytes = converter.tryConvertTo(byte[].class, exchange, body);
            if (bytes != null) {
                return ofBytes(bytes);
            }
        }
        InputStream stream = converter.tryConvertTo(InputStream.class, exchange, body);
        if (stream == null) {
            throw noFile(body);
        }
        return ofFile(OutgoingSpool.of(exchange).file(body, out -> {
            try (stream) {
                copy(stream, out);
            }
        }));
    }

    private RuntimeExchangeException noFile(Object body) {
        return new RuntimeExchangeException(
                "No file to send: the body is " + (body instanceof Bitrix24ImEvent
                        ? "the event itself" : "a " + body.getClass().getName())
                                            + ". It must be a file, a text, bytes or a stream; to send data as JSON, marshal it",
                exchange);
    }

    private FileContent ofBytes(byte[] bytes) {
        require(bytes.length);
        return new FileContent(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private FileContent ofFile(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            throw new RuntimeExchangeException("The file " + name + " cannot be sent: it is a directory", exchange);
        }
        long size = Files.size(path);
        require(size);
        return new FileContent(size, () -> Files.newInputStream(path));
    }

    /** What a cache tells of its length counts characters here, and is 0 there. */
    private FileContent ofCache(StreamCache cache, InputStream stream) throws IOException {
        cache.reset();
        long size = stream.transferTo(new Bound(OutputStream.nullOutputStream()));
        cache.reset();
        return new FileContent(size, () -> {
            cache.reset();
            return new FilterInputStream(stream) {

                @Override
                public void close() {
                    // it is the exchange's
                }
            };
        });
    }

    private void copy(InputStream in, OutputStream out) throws IOException {
        in.transferTo(new Bound(out));
    }

    private void require(long size) {
        if (size > most) {
            throw new RuntimeExchangeException(
                    "The file " + name + " has more than the " + most
                                               + " bytes that are sent at most: raise the option maxFileSize if the portal takes"
                                               + " more",
                    exchange);
        }
    }

    /** Ends when there is more than may be sent. */
    private final class Bound extends OutputStream {

        private final OutputStream out;
        private long count;

        private Bound(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int next) throws IOException {
            write(new byte[] { (byte) next }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            count += length;
            require(count);
            out.write(bytes, offset, length);
        }
    }
}

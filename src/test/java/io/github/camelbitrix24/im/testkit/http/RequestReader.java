package io.github.camelbitrix24.im.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

final class RequestReader {

    private static final int PIECE = 1 << 16;

    private final InputStream in;
    private final OutputStream out;
    private final String remoteAddress;

    RequestReader(InputStream in, OutputStream out, String remoteAddress) {
        this.in = in;
        this.out = out;
        this.remoteAddress = remoteAddress;
    }

    /** The next request of the connection, or null when the peer has closed it. */
    Request next() throws IOException {
        String first = line();
        if (first == null || first.isEmpty()) {
            return null;
        }
        String[] parts = first.split(" ");
        if (parts.length != 3) {
            throw new IOException("Not a request line");
        }
        Map<String, String> headers = headers();
        if (headers.getOrDefault("expect", "").equalsIgnoreCase("100-continue")) {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        }
        return new Request(parts[0], originForm(parts[1]), headers, body(headers), remoteAddress);
    }

    private Map<String, String> headers() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(); line != null && !line.isEmpty(); line = line()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                String name = line.substring(0, colon).trim().toLowerCase(Locale.ROOT);
                headers.merge(name, line.substring(colon + 1).trim(), (one, other) -> one + ", " + other);
            }
        }
        return headers;
    }

    private Content body(Map<String, String> headers) throws IOException {
        try (Content.Writer body = new Content.Writer()) {
            if (headers.getOrDefault("transfer-encoding", "").toLowerCase(Locale.ROOT).contains("chunked")) {
                chunks(body);
            } else {
                exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")), body);
            }
            return body.content();
        }
    }

    private void chunks(OutputStream body) throws IOException {
        while (true) {
            String size = line();
            if (size == null) {
                throw new EOFException();
            }
            int length = Integer.parseInt(size.split(";")[0].trim(), 16);
            if (length == 0) {
                headers();
                return;
            }
            exactly(length, body);
            line();
        }
    }

    private void exactly(int length, OutputStream body) throws IOException {
        byte[] piece = new byte[Math.min(length, PIECE)];
        for (int left = length; left > 0;) {
            int count = in.read(piece, 0, Math.min(left, piece.length));
            if (count < 0) {
                throw new EOFException();
            }
            body.write(piece, 0, count);
            left -= count;
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    private static String originForm(String target) {
        if (target.startsWith("/")) {
            return target;
        }
        URI uri = URI.create(target);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }
}

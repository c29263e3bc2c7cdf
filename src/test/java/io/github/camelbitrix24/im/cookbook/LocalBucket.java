package io.github.camelbitrix24.im.cookbook;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** As much of S3-compatible storage as is needed to put objects, over HTTP on this machine. */
final class LocalBucket implements AutoCloseable {

    /** @param length as it was announced */
    record StoredObject(byte[] bytes, String contentType, String length) {
    }

    private final Map<String, StoredObject> objects = new ConcurrentHashMap<>();
    private final HttpServer server;

    LocalBucket() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** By bucket and key. */
    Map<String, StoredObject> objects() {
        return objects;
    }

    /** What is not put is asked about the bucket, which is there. */
    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestMethod().equals("PUT")) {
            String encoding = exchange.getRequestHeaders().getFirst("Content-Encoding");
            boolean chunked = encoding != null && encoding.contains("aws-chunked");
            objects.put(exchange.getRequestURI().getPath().substring(1),
                    new StoredObject(
                            chunked ? unchunked(body) : body, exchange.getRequestHeaders().getFirst("Content-Type"),
                            exchange.getRequestHeaders()
                                    .getFirst(chunked ? "x-amz-decoded-content-length" : "Content-Length")));
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** The pieces of the encoding aws-chunked: the size in hexadecimal, perhaps a signature, the bytes. */
    private static byte[] unchunked(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InputStream in = new BufferedInputStream(new ByteArrayInputStream(body));
        for (int size; (size = Integer.parseInt(line(in).split(";")[0], 16)) > 0;) {
            bytes.write(in.readNBytes(size));
            line(in);
        }
        return bytes.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next; (next = in.read()) >= 0 && next != '\n';) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

package io.github.camelbitrix24.im.testkit.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

final class Connection {

    private static final System.Logger LOG = System.getLogger(Connection.class.getName());

    private final Socket socket;
    private final Handler handler;

    Connection(Socket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    void serve() throws IOException, InterruptedException {
        socket.setTcpNoDelay(true);
        InputStream in = new BufferedInputStream(socket.getInputStream());
        OutputStream out = new BufferedOutputStream(socket.getOutputStream(), 1 << 16);
        RequestReader reader = new RequestReader(in, out, socket.getInetAddress().getHostAddress());
        for (Request request = reader.next(); request != null; request = reader.next()) {
            if (!answer(request, out)) {
                return;
            }
        }
    }

    private boolean answer(Request request, OutputStream out) throws IOException, InterruptedException {
        try {
            return write(reply(request), request, out);
        } finally {
            handler.answered();
        }
    }

    private Reply reply(Request request) throws InterruptedException {
        try {
            return handler.handle(request);
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "The emulator failed", e);
            return new Reply.Whole(Answer.of(500, "text/plain; charset=utf-8", "The emulator failed: " + e));
        }
    }

    private boolean write(Reply reply, Request request, OutputStream out) throws IOException, InterruptedException {
        if (reply instanceof Reply.Chunked chunked) {
            writeHead(chunked.answer(), "Transfer-Encoding: chunked", request, out);
            new ChunkedBody(chunked).writeTo(out);
            return request.keepsAlive();
        }
        if (reply instanceof Reply.Whole whole) {
            writeHead(whole.answer(), request, out);
            if (!request.method().equals("HEAD")) {
                whole.answer().body().writeTo(out);
            }
            out.flush();
            return request.keepsAlive();
        }
        if (reply instanceof Reply.Cut cut) {
            writeHead(cut.answer(), request, out);
            cut.answer().body().writeTo(new FirstBytes(out, cut.answer().body().length() / 2));
            out.flush();
        } else if (reply instanceof Reply.Misstated misstated) {
            writeHead(misstated.answer(), "Content-Length: " + misstated.length(), request, out);
            misstated.answer().body().writeTo(out);
            out.flush();
        } else if (reply instanceof Reply.Reset) {
            socket.setSoLinger(true, 0);
        }
        return false;
    }

    private static void writeHead(Answer answer, Request request, OutputStream out) throws IOException {
        writeHead(answer, "Content-Length: " + answer.body().length(), request, out);
    }

    private static void writeHead(Answer answer, String framing, Request request, OutputStream out) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" Emulated\r\n");
        answer.headers().forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append(framing).append("\r\n");
        head.append(request.keepsAlive() ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}

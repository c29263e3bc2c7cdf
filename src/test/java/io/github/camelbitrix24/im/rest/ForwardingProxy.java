package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * An HTTP proxy on this machine that tunnels and forwards, to whoever has the right password if it wants one. It closes
 * each connection after an answer of its own.
 */
public final class ForwardingProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String authorization;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    public ForwardingProxy(String userAndPassword) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        authorization = userAndPassword == null
                ? null : "Basic "
                         + Base64.getEncoder().encodeToString(
                                 userAndPassword.getBytes(StandardCharsets.UTF_8));
        daemon(this::accept);
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The first lines of what was let through. */
    public List<String> requests() {
        return requests;
    }

    private void accept() throws IOException {
        while (!server.isClosed()) {
            Socket client = server.accept();
            daemon(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            String head = head(client.getInputStream());
            if (authorization != null && !head.contains("Proxy-Authorization: " + authorization + "\r\n")) {
                answer(client, "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
                               + "Connection: close\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            requests.add(head.substring(0, head.indexOf("\r\n")));
            String[] line = head.split(" ", 3);
            if (line[0].equals("CONNECT")) {
                String[] target = line[1].split(":");
                try (Socket origin = new Socket(target[0], Integer.parseInt(target[1]))) {
                    answer(client, "HTTP/1.1 200 Connection established\r\n\r\n");
                    pass(client, origin);
                }
                return;
            }
            URI target = URI.create(line[1]);
            try (Socket origin = new Socket(target.getHost(), target.getPort())) {
                answer(origin, line[0] + " " + target.getRawPath() + " " + line[2]);
                pass(client, origin);
            }
        }
    }

    private static void pass(Socket client, Socket origin) throws IOException {
        daemon(() -> client.getInputStream().transferTo(origin.getOutputStream()));
        origin.getInputStream().transferTo(client.getOutputStream());
    }

    private static void answer(Socket to, String text) throws IOException {
        OutputStream out = to.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client has gone");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void daemon(Job job) {
        Thread thread = new Thread(() -> {
            try {
                job.run();
            } catch (IOException e) {
                // a connection that was closed by the other side, or the proxy that was
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Job {
        void run() throws IOException;
    }
}

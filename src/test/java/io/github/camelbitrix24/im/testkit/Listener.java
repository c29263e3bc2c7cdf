package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import io.github.camelbitrix24.im.testkit.http.Handler;
import io.github.camelbitrix24.im.testkit.http.HttpFront;

/** Listens on a port of loopback, and can stop and come back to the same port. */
final class Listener implements AutoCloseable {

    private static final int BACKLOG = 256;

    private final Handler handler;
    private final boolean tls;
    private final int port;
    private HttpFront front;
    private boolean closed;

    Listener(int wantedPort, boolean tls, Handler handler) {
        this.handler = handler;
        this.tls = tls;
        this.front = open(wantedPort);
        this.port = front.port();
    }

    int port() {
        return port;
    }

    String url() {
        return (tls ? "https" : "http") + "://127.0.0.1:" + port;
    }

    synchronized void pause() {
        front.close();
    }

    synchronized void resume() {
        if (!closed) {
            front = open(port);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        front.close();
    }

    private HttpFront open(int wantedPort) {
        try {
            ServerSocket socket = tls
                    ? LoopbackTls.context().getServerSocketFactory().createServerSocket() : new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), wantedPort), BACKLOG);
            return HttpFront.open(socket, handler);
        } catch (BindException e) {
            throw new UncheckedIOException(
                    new BindException(
                            "Port " + wantedPort
                                      + " of 127.0.0.1 is taken, or not yours to take: stop what listens there, or choose"
                                      + " another port, 0 for any free one"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

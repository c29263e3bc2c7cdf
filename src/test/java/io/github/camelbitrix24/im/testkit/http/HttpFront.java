package io.github.camelbitrix24.im.testkit.http;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Accepts connections and serves each on a thread of its own; closing it ends whatever is still under way. */
public final class HttpFront implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());

    private final ServerSocket listener;
    private final Handler handler;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpFront::daemon);
    private final CountDownLatch accepted = new CountDownLatch(1);
    private volatile boolean closed;

    private HttpFront(ServerSocket listener, Handler handler) {
        this.listener = listener;
        this.handler = handler;
    }

    public static HttpFront open(ServerSocket listener, Handler handler) {
        HttpFront front = new HttpFront(listener, handler);
        front.threads.execute(front::accept);
        return front;
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** The kernel goes on accepting until the thread that waits for connections has noticed; only then is this done. */
    @Override
    public void close() {
        closed = true;
        closeQuietly(listener);
        try {
            accepted.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(HttpFront::closeQuietly);
        threads.shutdownNow();
    }

    private void accept() {
        try {
            acceptUntilClosed();
        } finally {
            accepted.countDown();
        }
    }

    private void acceptUntilClosed() {
        while (!closed) {
            try {
                begin(listener.accept());
            } catch (IOException e) {
                if (!closed) {
                    LOG.log(Level.DEBUG, "A connection was not accepted", e);
                }
            }
        }
    }

    private void begin(Socket socket) {
        try {
            threads.execute(() -> serve(socket));
        } catch (RejectedExecutionException e) {
            closeQuietly(socket);
        }
    }

    private void serve(Socket socket) {
        open.add(socket);
        try (socket) {
            if (!closed) {
                new Connection(socket, handler).serve();
            }
        } catch (IOException e) {
            LOG.log(Level.TRACE, "The peer went away", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    private static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            LOG.log(Level.TRACE, "Not closed", e);
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "emulated-portal");
        thread.setDaemon(true);
        return thread;
    }
}

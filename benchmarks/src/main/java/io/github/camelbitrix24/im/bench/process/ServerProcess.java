package io.github.camelbitrix24.im.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.bench.server.LoadServer;

/** A {@link LoadServer} in a process of its own. */
public final class ServerProcess implements AutoCloseable {

    private final Process process;
    private final int port;
    private final int bytesPerEvent;
    private final int tlsPort;

    private ServerProcess(Process process, int port, int bytesPerEvent, int tlsPort) {
        this.process = process;
        this.port = port;
        this.bytesPerEvent = bytesPerEvent;
        this.tlsPort = tlsPort;
    }

    public static ServerProcess start(String... args) throws IOException {
        Process process = new ProcessBuilder(JavaCommand.helper("1g", LoadServer.class, args))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        String said = out.readLine();
        if (said == null || !said.startsWith("listening ")) {
            process.destroy();
            throw new IOException("The server did not start: " + said);
        }
        String[] words = said.split(" ");
        return new ServerProcess(process, Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    }

    public int port() {
        return port;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The same server behind TLS, if it was given a file for its certificate. */
    public String tlsUrl() {
        return "https://127.0.0.1:" + tlsPort;
    }

    public int bytesPerEvent() {
        return bytesPerEvent;
    }

    /** What the server counted of a user: {@code requests} and {@code acknowledged}. */
    public Figures figures(long user) {
        return new ServerControl(url()).ask("/figures/" + user);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

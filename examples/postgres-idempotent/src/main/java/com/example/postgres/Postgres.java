package com.example.postgres;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A PostgreSQL server with a cluster of its own in a temporary directory, on a free port of this machine.
 */
final class Postgres {

    private static final String USER = "demo";
    /** PostgreSQL does not run as root. */
    private static final String UNPRIVILEGED = "postgres";

    private final boolean root = System.getProperty("user.name").equals("root");
    private final String password = new BigInteger(128, new SecureRandom()).toString(36);
    private final Path directory = Files.createTempDirectory("bitrix24-postgres-");
    private final Path data = directory.resolve("data");
    private final Path programs;
    private final Path logs;
    private final int port;
    private Child server;

    /**
     * @param programs where {@code initdb} and {@code postgres} are
     */
    Postgres(Path programs, Path logs) throws IOException, InterruptedException {
        this.programs = programs;
        this.logs = logs;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path passwordFile = Files.writeString(directory.resolve("password"), password);
        if (root) {
            UserPrincipalLookupService users = FileSystems.getDefault().getUserPrincipalLookupService();
            Files.setOwner(directory, users.lookupPrincipalByName(UNPRIVILEGED));
            Files.setOwner(passwordFile, users.lookupPrincipalByName(UNPRIVILEGED));
        }
        run("initdb", "-D", data.toString(), "--username", USER, "--pwfile", passwordFile.toString(),
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--no-locale", "--no-sync").awaitSuccess();
        Files.delete(passwordFile);
    }

    void start() throws IOException, InterruptedException {
        server = run("postgres", "-D", data.toString(), "-p", Integer.toString(port), "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=");
        while (!accepts()) {
            server.requireAlive();
            Thread.sleep(100);
        }
    }

    /** What an application needs to connect. */
    Map<String, String> environment() {
        return Map.of("DATABASE_URL", url(), "DATABASE_USER", USER, "DATABASE_PASSWORD", password);
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), USER, password);
    }

    void stop() throws InterruptedException {
        server.stop();
    }

    /** Ends it at once if it still runs, but so that it can free what it shares: SIGKILL would leave that in the system. */
    void abort() {
        if (server != null) {
            server.signal("-QUIT");
        }
    }

    /** For when the server runs no longer. */
    void delete() {
        try (var paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println("Left behind: " + directory);
        }
    }

    private boolean accepts() {
        try (Connection connection = connect()) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    private Child run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (root) {
            command.addAll(List.of("setpriv", "--reuid=" + UNPRIVILEGED, "--regid=" + UNPRIVILEGED, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        return new Child(program, logs, Map.of(), command);
    }
}

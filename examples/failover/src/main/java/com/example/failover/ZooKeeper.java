package com.example.failover;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A ZooKeeper server in a process of its own.
 */
final class ZooKeeper {

    private final int port;
    private final Child process;

    ZooKeeper(Path directory) throws IOException, InterruptedException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path configuration = directory.resolve("zookeeper.properties");
        Files.writeString(configuration, """
                tickTime=500
                dataDir=%s
                clientPortAddress=127.0.0.1
                clientPort=%d
                admin.enableServer=false
                """.formatted(directory.resolve("zookeeper-data").toAbsolutePath(), port));
        process = new Child("zookeeper", directory, Map.of(),
                "org.apache.zookeeper.server.ZooKeeperServerMain", configuration.toString());
        while (!accepts()) {
            process.requireAlive();
            Thread.sleep(100);
        }
    }

    String nodes() {
        return "127.0.0.1:" + port;
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}

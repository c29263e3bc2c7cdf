package com.example.kafka;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;

/**
 * A Kafka broker in a process of its own. It can be killed, and started again on the same port and with the same logs.
 */
final class Broker {

    private final Path directory;
    private final Path configuration;
    private final String classpath;
    private final String address;
    private Child process;

    /**
     * @param classpath of Kafka's server
     */
    Broker(Path directory, String classpath) throws IOException, InterruptedException {
        this.directory = directory;
        this.classpath = classpath;
        this.configuration = directory.resolve("broker.properties");
        int port;
        int controllerPort;
        try (ServerSocket first = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
             ServerSocket second = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = first.getLocalPort();
            controllerPort = second.getLocalPort();
        }
        this.address = "127.0.0.1:" + port;
        Files.writeString(configuration, """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                auto.create.topics.enable=false
                # how long a broker that was killed counts as alive and cannot register again
                broker.session.timeout.ms=3000
                broker.heartbeat.interval.ms=500
                # with the default of 128 MB the heap below would be too small
                log.cleaner.dedupe.buffer.size=4194304
                """.formatted(port, controllerPort, directory.resolve("kafka-logs").toAbsolutePath()));
        kafka("broker-format", "kafka.tools.StorageTool", "format", "--cluster-id", Uuid.randomUuid().toString(),
                "--config", configuration.toString()).awaitSuccess();
    }

    String address() {
        return address;
    }

    void start() throws IOException, InterruptedException, ExecutionException, TimeoutException {
        process = kafka("broker", "kafka.Kafka", configuration.toString());
        try (Admin admin = admin()) {
            admin.describeCluster().nodes().get(90, TimeUnit.SECONDS);
        }
    }

    void createTopic(String topic, int partitions) throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1))).all().get();
        }
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", address, "default.api.timeout.ms", "90000"));
    }

    private Child kafka(String name, String mainClass, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "-Xmx128m", "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classpath, mainClass));
        command.addAll(List.of(arguments));
        return new Child(name, directory, Map.of(), command);
    }
}

package com.example.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

import io.github.camelbitrix24.im.testkit.Conversation;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/**
 * The stage for the route: an emulated portal on which people talk, a real broker, and an outage of the broker in
 * mid-stream. In the end the topic is compared with what the portal recorded.
 */
public final class KafkaFanout {

    private static final long USER = 7;
    private static final String TOPIC = "bitrix24-events";
    private static final Duration BEAT = Duration.ofMillis(30);
    /** Shorter than the outage, so that the route is seen to fail. */
    private static final Duration DELIVERY_TIMEOUT = Duration.ofSeconds(4);

    private final long began = System.nanoTime();
    private final Path directory;
    private final PortalEmulator portal = PortalEmulator.start();
    private final Conversation conversation = new Conversation(portal, USER, 1);
    private final Broker broker;
    private Child application;

    private KafkaFanout(Path directory, String brokerClasspath) throws Exception {
        this.directory = directory;
        this.broker = new Broker(directory, brokerClasspath);
    }

    /**
     * @param args seconds for which the broker is away
     */
    public static void main(String[] args) throws Exception {
        Duration outage = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 8);
        String brokerClasspath = Files.readString(Path.of("broker/target/classpath")).strip();
        Path directory = Files.createTempDirectory(Files.createDirectories(Path.of("target/runs")), "run-");
        int status = 1;
        try {
            status = new KafkaFanout(directory, brokerClasspath).play(outage) ? 0 : 1;
        } catch (Exception | AssertionError e) {
            System.out.println("FAILED: " + e);
        }
        System.exit(status);
    }

    private boolean play(Duration outage) throws Exception {
        startBroker();
        broker.createTopic(TOPIC, 3);
        application = startApplication();
        conversation.start(BEAT);
        await("the first acknowledgement", Duration.ofSeconds(60), () -> !portal.acknowledged(USER).isEmpty());
        talk(Duration.ofSeconds(4));

        broker.kill();
        say("Broker killed for %d s; people go on talking", outage.toSeconds());
        talk(outage);
        startBroker();
        talk(Duration.ofSeconds(4));

        conversation.close();
        say("Nobody talks any more. Waiting until every event is acknowledged: %s", counts());
        await("the last acknowledgement", Duration.ofSeconds(120), () -> portal.pending(USER).isEmpty());
        application.stop();
        say("Application stopped: %s", counts());
        showFailures(application);
        boolean good = judge(new Topic(broker.address(), TOPIC).read());
        broker.kill();
        portal.close();
        return good;
    }

    private void startBroker() throws Exception {
        say("Waiting for broker at %s", broker.address());
        long start = System.nanoTime();
        broker.start();
        say("Broker is up after %.1f s", (System.nanoTime() - start) / 1e9);
    }

    private Child startApplication() throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("BITRIX24_PORTAL_URL", portal.url());
        environment.put("BITRIX24_USER_ID", Long.toString(USER));
        environment.put("BITRIX24_SECRET", portal.user(USER).secret());
        environment.put("KAFKA_BROKERS", broker.address());
        environment.put("KAFKA_TOPIC", TOPIC);
        environment.put("KAFKA_REQUEST_TIMEOUT", Long.toString(DELIVERY_TIMEOUT.toMillis() / 2));
        environment.put("KAFKA_DELIVERY_TIMEOUT", Long.toString(DELIVERY_TIMEOUT.toMillis()));
        say("Starting the application, its log is %s", directory.resolve("application.log"));
        return new Child("application", directory, environment, List.of(
                "-Xmx96m", "-cp", System.getProperty("java.class.path"), "org.apache.camel.main.Main"));
    }

    private void talk(Duration duration) throws InterruptedException {
        for (long seconds = 0; seconds < duration.toSeconds(); seconds += 2) {
            Thread.sleep(Math.min(2, duration.toSeconds() - seconds) * 1000);
            application.requireAlive();
            say("  %s", counts());
        }
    }

    private void await(String what, Duration atMost, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + atMost.toNanos();
        while (!condition.getAsBoolean()) {
            application.requireAlive();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("waited in vain for " + what + ": " + portal.describe());
            }
            Thread.sleep(100);
        }
    }

    private void showFailures(Child application) throws IOException {
        List<String> failures = application.linesWith("comes again in");
        say("%d times an event could not be written and came again%s", failures.size(),
                failures.isEmpty() ? "" : ", for example:\n         " + failures.get(0).replaceAll("(.{170}).*", "$1..."));
    }

    private boolean judge(List<WrittenEvent> written) {
        Verdict verdict = Verdict.of(portal.recorded(USER), written);
        Map<Integer, Integer> perPartition = new TreeMap<>();
        written.forEach(event -> perPartition.merge(event.partition(), 1, Integer::sum));
        long chats = written.stream().map(WrittenEvent::chat).filter(Objects::nonNull).distinct().count();
        say("The topic holds %d records of %d chats; per partition: %s", written.size(), chats, perPartition);
        say("recorded by the portal: %d, missing in the topic: %d, twice in the topic: %d, out of their chat's order: %d",
                portal.recorded(USER).size(), verdict.lost().size(), verdict.twice(), verdict.disordered().size());
        boolean good = verdict.good() && portal.lost(USER).isEmpty() && !written.isEmpty();
        say(good ? "OK: every event is in the topic, in order per chat" : "BROKEN: %s", verdict);
        return good;
    }

    private String counts() {
        return "recorded " + portal.recorded(USER).size() + ", acknowledged " + portal.acknowledged(USER).size();
    }

    private void say(String format, Object... values) {
        System.out.printf("%5.1f s  %s%n", (System.nanoTime() - began) / 1e9, String.format(format, values));
    }
}

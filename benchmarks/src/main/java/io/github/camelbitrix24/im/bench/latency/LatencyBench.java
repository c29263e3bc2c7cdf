package io.github.camelbitrix24.im.bench.latency;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.bench.Options;

/**
 * How long after it is said in a chat a message is in the route, and how many requests that costs. Most of it is
 * waiting, so all conversations are played at once.
 */
public final class LatencyBench {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Duration length;
    private final List<Scene> scenes;

    public LatencyBench(Options options) {
        options.allow("seconds", "rounds");
        length = Duration.ofSeconds(options.number("seconds", 240));
        int rounds = options.number("rounds", 3);
        scenes = List.of(
                new Bursts("Bursts, one user of a portal", Script::bursts, length, rounds, 1),
                new Bursts("Bursts, 5 users of one portal", Script::bursts, length, 1, 5),
                new Bursts("Bursts, 20 users of one portal", Script::bursts, length, 1, 20),
                new Bursts("Lively talk, one user of a portal", Script::lively, length, rounds, 1),
                new EvenTalk(length, rounds),
                new FirstAfterSilence(length));
    }

    public void run() throws Exception {
        List<AutoCloseable> listeners = new ArrayList<>();
        for (Scene scene : scenes) {
            listeners.addAll(scene.listen());
        }
        List<Stage> stages = scenes.stream().flatMap(scene -> scene.stages().stream()).toList();
        stages.forEach(Stage::begins);
        play(stages);
        for (AutoCloseable listener : listeners) {
            listener.close();
        }
        System.out.printf("latency   %d conversations of %d s at once; in the cloud 2 requests/s and a burst of 50 allowed;"
                          + " load %.1f at the end%n%n",
                stages.stream().mapToInt(stage -> stage.conversations().size()).sum(), length.toSeconds(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        scenes.forEach(scene -> scene.report(System.out));
        stages.forEach(Stage::close);
    }

    private void play(List<Stage> stages) throws InterruptedException {
        List<Conversation> conversations = stages.stream().flatMap(stage -> stage.conversations().stream()).toList();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(4);
        for (Conversation conversation : conversations) {
            List<Duration> moments = conversation.script().moments();
            for (int i = 0; i < moments.size(); i++) {
                int number = i;
                timer.schedule(() -> conversation.say(number), moments.get(i).toNanos(), TimeUnit.NANOSECONDS);
            }
        }
        timer.schedule(() -> stages.forEach(Stage::ends), length.toNanos(), TimeUnit.NANOSECONDS);
        timer.shutdown();
        if (!timer.awaitTermination(length.toSeconds() + 60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The conversations did not end");
        }
        await(conversations);
    }

    /** A loop that is rejected most of the time may not hear for minutes; what the component does not hear is a fault. */
    private void await(List<Conversation> conversations) throws InterruptedException {
        long end = System.nanoTime();
        while (System.nanoTime() - end < PATIENCE.toNanos() && !conversations.stream().allMatch(Conversation::isComplete)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        if (!scenes.stream().flatMap(scene -> scene.ofComponent().stream()).allMatch(Conversation::isComplete)) {
            throw new IllegalStateException("The component has not heard everything within " + PATIENCE);
        }
        conversations.forEach(Conversation::giveUp);
    }
}

package io.github.camelbitrix24.im.bench.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When something is said, from the beginning of a conversation on. */
record Script(List<Duration> moments) {

    /** What is said after a longer silence is the first of something new. */
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final double BEGINNING = 10;

    /** As people write: three to eight messages, a second or two apart, then nobody writes for 15 to 55 seconds. */
    static Script bursts(Duration length, Random random) {
        List<Duration> moments = new ArrayList<>();
        double at = greeted(moments, random);
        while (at < length.toSeconds()) {
            for (int left = 3 + random.nextInt(6); left > 0 && at < length.toSeconds(); left--) {
                moments.add(seconds(at));
                at += 0.2 + 2 * random.nextDouble();
            }
            at += 15 + 40 * random.nextDouble();
        }
        return new Script(moments);
    }

    /** Several who hardly pause: up to ten messages within seconds, mostly two to eight seconds until the next. */
    static Script lively(Duration length, Random random) {
        List<Duration> moments = new ArrayList<>();
        double at = greeted(moments, random);
        while (at < length.toSeconds()) {
            for (int left = 1 + random.nextInt(10); left > 0 && at < length.toSeconds(); left--) {
                moments.add(seconds(at));
                at += 0.1 + 1.5 * random.nextDouble();
            }
            at += random.nextInt(4) == 0 ? 15 + 20 * random.nextDouble() : 2 + 6 * random.nextDouble();
        }
        return new Script(moments);
    }

    /** One message after the other, this many seconds apart, half as many more or less. */
    static Script even(Duration length, double apart, Random random) {
        List<Duration> moments = new ArrayList<>();
        for (double at = BEGINNING; at < length.toSeconds(); at += apart * (0.5 + random.nextDouble())) {
            moments.add(seconds(at));
        }
        return new Script(moments);
    }

    /** A single message now and then, after so long a silence that nobody counts on it. */
    static Script rare(Duration length, Random random) {
        List<Duration> moments = new ArrayList<>();
        for (double at = 15 + 20 * random.nextDouble(); at < length.toSeconds(); at += 95 + 15 * random.nextDouble()) {
            moments.add(seconds(at));
        }
        return new Script(moments);
    }

    static Script silence() {
        return new Script(List.of());
    }

    /** Somebody has said something before, so that the consumer knows of a conversation. */
    private static double greeted(List<Duration> moments, Random random) {
        double greeting = 2 + 8 * random.nextDouble();
        moments.add(seconds(greeting));
        return greeting + 12 + 8 * random.nextDouble();
    }

    boolean followsSilence(int message) {
        return message == 0 || moments.get(message).minus(moments.get(message - 1)).compareTo(SILENCE) >= 0;
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}

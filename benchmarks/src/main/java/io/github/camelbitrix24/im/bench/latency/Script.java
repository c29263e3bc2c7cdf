package io.github.camelbitrix24.im.bench.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** When something is said: bursts of a few messages, short pauses between most of them, long ones now and then. */
record Script(List<Duration> moments) {

    static Script of(Duration length, long seed) {
        Random random = new Random(seed);
        List<Duration> moments = new ArrayList<>();
        double at = 10;
        while (at < length.toSeconds()) {
            int burst = 1 + random.nextInt(10);
            for (int i = 0; i < burst && at < length.toSeconds(); i++) {
                moments.add(Duration.ofNanos((long) (at * 1e9)));
                at += 0.1 + random.nextDouble() * 1.5;
            }
            at += random.nextInt(4) == 0 ? 15 + random.nextDouble() * 20 : 2 + random.nextDouble() * 6;
        }
        return new Script(moments);
    }
}

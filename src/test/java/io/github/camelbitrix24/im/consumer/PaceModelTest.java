package io.github.camelbitrix24.im.consumer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * What pauses come to in conversations: how late what was said is read, and for how many polls. Time is made up.
 */
class PaceModelTest {

    private static final double LENGTH = 3600;
    private static final double ANSWER = 0.05;
    /** What is said after a longer silence begins a burst. */
    private static final double SILENCE = 10;

    private final List<Double> late = new ArrayList<>();
    private int polls;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34 })
    void ofWhatIsSaidInBurstsHalfIsReadWithinAThirdOfASecondForAPollASecond(long seed) {
        Random random = new Random(seed);
        play(random, bursts(random));

        String what = "seed " + seed + ": p50 " + quantile(0.5) + ", p95 " + quantile(0.95) + ", polls " + polls;
        assertTrue(quantile(0.5) <= 0.3, what);
        assertTrue(quantile(0.95) <= 1, what);
        assertTrue(polls <= LENGTH, what);
    }

    @Test
    void whereNobodyTalksThereAreTwelvePollsAMinute() {
        play(new Random(1), List.of());

        assertTrue(polls <= LENGTH / 5, "polls " + polls);
    }

    /** A few messages, a second or two apart, and a minute or less until the next. */
    private static List<Double> bursts(Random random) {
        List<Double> moments = new ArrayList<>();
        for (double at = 10; at < LENGTH; at += 15 + 40 * random.nextDouble()) {
            for (int message = 3 + random.nextInt(6); message > 0; message--) {
                moments.add(at);
                at += 0.2 + 2 * random.nextDouble();
            }
        }
        return moments;
    }

    private void play(Random random, List<Double> moments) {
        PollPace pace = new PollPace(Duration.ofSeconds(2), Duration.ofSeconds(5), random::nextDouble);
        int next = 0;
        for (double now = 0; now < LENGTH; now += ANSWER + pace.pause().toNanos() / 1e9) {
            int events = 0;
            for (; next < moments.size() && moments.get(next) <= now; next++) {
                if (next > 0 && moments.get(next) - moments.get(next - 1) < SILENCE) {
                    late.add(now + ANSWER - moments.get(next));
                }
                events++;
            }
            polls++;
            pace.succeeded(events, (long) ((now + ANSWER) * 1e9));
        }
        late.sort(null);
    }

    private double quantile(double part) {
        return late.get((int) (part * (late.size() - 1)));
    }
}

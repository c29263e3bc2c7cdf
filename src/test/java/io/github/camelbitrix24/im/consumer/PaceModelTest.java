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
 * What pauses come to in conversations: how late what was said is read, and for how many requests, of which some are
 * acknowledgements. Time is made up.
 */
class PaceModelTest {

    private static final double LENGTH = 3600;
    private static final double ANSWER = 0.05;
    /** What is said after a longer silence begins a burst. */
    private static final double SILENCE = 10;
    /**
     * How old what is acknowledged must be, how soon the next poll must come to bring it along, and how often a request
     * of its own is made for it otherwise.
     */
    private static final double SETTLED = 2;
    private static final double FRESH = 1;
    private static final double ACKNOWLEDGED = 5;

    private final List<Double> late = new ArrayList<>();
    private int requests;

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 5, 8, 13, 21, 34 })
    void ofWhatIsSaidInBurstsHalfIsReadWithinAThirdOfASecondForARequestASecond(long seed) {
        Random random = new Random(seed);
        play(random, bursts(random));

        String what = "seed " + seed + ": p50 " + quantile(0.5) + ", p95 " + quantile(0.95) + ", requests " + requests;
        assertTrue(quantile(0.5) <= 0.3, what);
        assertTrue(quantile(0.95) <= 1, what);
        assertTrue(requests <= LENGTH, what);
    }

    @ParameterizedTest
    @ValueSource(doubles = { 0.2, 0.5, 0.8, 1, 1.5, 2, 3, 5, 8 })
    void whoeverTalksWithoutEndTakesNoMoreThanARequestASecond(double apart) {
        List<Double> moments = new ArrayList<>();
        Random random = new Random(1);
        for (double at = 10; at < LENGTH; at += apart * (0.5 + random.nextDouble())) {
            moments.add(at);
        }

        play(random, moments);

        String what = "p50 " + quantile(0.5) + ", p95 " + quantile(0.95) + ", requests " + requests;
        assertTrue(requests <= LENGTH, what);
        assertTrue(quantile(0.5) <= 0.8, what);
    }

    @Test
    void whereNobodyTalksThereAreTwelvePollsAMinute() {
        play(new Random(1), List.of());

        assertTrue(requests <= LENGTH / 5, "requests " + requests);
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
        int settled = 0;
        int acknowledged = 0;
        double acknowledgedAt = 0;
        double answeredAt = 0;
        for (double now = 0; now < LENGTH; now = answeredAt + pace.pause().toNanos() / 1e9) {
            int events = 0;
            for (; next < moments.size() && moments.get(next) <= now; next++) {
                if (next > 0 && moments.get(next) - moments.get(next - 1) < SILENCE) {
                    late.add(now + ANSWER - moments.get(next));
                }
                events++;
            }
            if (settled > acknowledged && now - answeredAt <= FRESH) {
                acknowledged = settled;
                acknowledgedAt = now;
            }
            answeredAt = answered(pace, events, now);
            while (settled < next && answeredAt - moments.get(settled) > SETTLED) {
                settled++;
            }
            if (settled > acknowledged && answeredAt - acknowledgedAt > ACKNOWLEDGED) {
                answeredAt = answered(pace, 0, answeredAt);
                acknowledged = settled;
                acknowledgedAt = answeredAt;
            }
        }
        late.sort(null);
    }

    private double answered(PollPace pace, int events, double now) {
        requests++;
        pace.succeeded(events, (long) ((now + ANSWER) * 1e9));
        return now + ANSWER;
    }

    private double quantile(double part) {
        return late.get((int) (part * (late.size() - 1)));
    }
}

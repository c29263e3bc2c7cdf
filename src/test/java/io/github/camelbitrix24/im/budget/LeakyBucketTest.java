package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LeakyBucketTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @RepeatedTest(50)
    void thePortalRejectsNothingHoweverUnevenlyRequestsArrive(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 100L + repetition.getCurrentRepetition());
        Random random = new Random(seed);
        double perSecond = 0.5 + random.nextInt(10);
        int burst = 1 + random.nextInt(60);
        LeakyBucket bucket = LeakyBucket.empty(perSecond, burst, 0);
        PriorityQueue<Long> underWay = new PriorityQueue<>();
        List<Long> arrivals = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 2_000; i++) {
            now += random.nextInt(4) == 0 ? random.nextLong(SECOND * 5) : 0;
            for (long wait = -1; wait != 0; now += wait == Long.MAX_VALUE ? 0 : wait) {
                while (!underWay.isEmpty() && (underWay.peek() <= now || wait == Long.MAX_VALUE)) {
                    now = Math.max(now, underWay.peek());
                    bucket = bucket.plusOne(underWay.remove());
                    wait = -1;
                }
                wait = bucket.untilRoom(underWay.size(), now);
            }
            long answer = now + 1 + random.nextLong(SECOND * (1 + random.nextInt(20)));
            underWay.add(answer);
            arrivals.add(now + random.nextLong(answer - now));
        }

        assertEquals(0, rejected(arrivals, perSecond, burst), "seed " + seed);
    }

    @RepeatedTest(20)
    void howeverOftenItIsRestartedThePortalRejectsNothing(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 100L + repetition.getCurrentRepetition());
        Random random = new Random(seed);
        List<Long> arrivals = new ArrayList<>();
        long now = 0;
        LeakyBucket bucket = LeakyBucket.empty(2, 50, 0);
        for (int run = 0; run < 40; run++) {
            for (int calls = random.nextInt(60); calls > 0; calls--) {
                now += bucket.untilRoom(0, now);
                arrivals.add(now);
                bucket = bucket.plusOne(now);
            }
            // what it takes a process to start
            now += SECOND + random.nextLong(SECOND);
            bucket = LeakyBucket.afterRestart(2, 50, now);
        }

        assertEquals(0, rejected(arrivals, 2, 50), "seed " + seed);
    }

    @Test
    void aFirstStartSubscribesAndPollsAtOnce() {
        LeakyBucket bucket = LeakyBucket.afterRestart(2, 50, 0);

        assertEquals(0, bucket.plusOne(0).untilRoom(0, 0));
        assertEquals(0, LeakyBucket.afterRestart(2, 1, 0).untilRoom(0, 0));
        assertEquals(0, bucket.untilRoom(40, SECOND * 30));
    }

    @Test
    void aLowerLimitIsNotPaidForWithTheRoomOfTheHigherOne() {
        LeakyBucket bucket = LeakyBucket.afterRestart(5, 250, 0).limitedTo(2, 50, 0);

        assertTrue(bucket.untilRoom(0, 0) <= SECOND);
    }

    @Test
    void aBurstIsLetThroughAndThenTheSteadyRate() {
        LeakyBucket bucket = LeakyBucket.empty(2, 50, 0);
        for (int i = 0; i < 45; i++) {
            assertEquals(0, bucket.untilRoom(0, 0));
            bucket = bucket.plusOne(0);
        }
        assertEquals(SECOND / 2, bucket.untilRoom(0, 0));
        assertEquals(0, bucket.untilRoom(0, SECOND / 2));
    }

    @Test
    void aRejectionMeansThatTheBucketIsFull() {
        LeakyBucket bucket = LeakyBucket.empty(2, 50, 0).full(0);

        assertEquals(SECOND / 2, bucket.untilRoom(0, 0));
    }

    @Test
    void theLowerOfTwoLimitsCounts() {
        LeakyBucket bucket = LeakyBucket.empty(5, 250, 0).limitedTo(2, 50, 0).limitedTo(5, 250, 0);

        assertEquals(2, bucket.perSecond());
        assertEquals(45, bucket.capacity());
    }

    private static int rejected(List<Long> arrivals, double perSecond, int burst) {
        double level = 0;
        long at = 0;
        int rejected = 0;
        for (long arrival : arrivals.stream().sorted().toList()) {
            level = Math.max(0, level - (arrival - at) / 1e9 * perSecond);
            at = arrival;
            if (level + 1 > burst) {
                rejected++;
            } else {
                level++;
            }
        }
        assertTrue(level <= burst);
        return rejected;
    }
}

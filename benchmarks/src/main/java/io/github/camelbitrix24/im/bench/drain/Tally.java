package io.github.camelbitrix24.im.bench.drain;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What a reader has read of the events: how many, and a checksum over their ids, chats and the lengths of their texts, in
 * their order. One thread at a time.
 */
final class Tally {

    private final int expected;
    private final CountDownLatch complete = new CountDownLatch(1);
    private int count;
    private int checksum;

    Tally(int expected) {
        this.expected = expected;
    }

    void read(long eventId, long chatId, String text) {
        checksum = 31 * checksum + (int) eventId;
        checksum = 31 * checksum + (int) chatId;
        checksum = 31 * checksum + text.length();
        if (++count == expected) {
            complete.countDown();
        }
    }

    void awaitComplete() throws InterruptedException {
        if (!complete.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("only " + count + " of " + expected + " events in ten minutes");
        }
    }

    boolean isComplete() {
        return count >= expected;
    }

    int checksum() {
        return checksum;
    }
}

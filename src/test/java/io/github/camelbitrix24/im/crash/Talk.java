package io.github.camelbitrix24.im.crash;

import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import io.github.camelbitrix24.im.testkit.PortalEmulator;

/**
 * People who talk without a pause in several chats of one user, as long as the user is not too far behind. Some rows
 * become visible only after higher ids have, and some ids go to other users.
 */
final class Talk implements AutoCloseable {

    /** How late a row becomes visible at most. */
    private static final Duration LATEST = Duration.ofMillis(700);
    private static final int CHATS = 11;
    private static final int SPEAKERS = 4;
    /**
     * By turns so many that a reader is busy for longer than it takes until events settle, and so few that it is up to
     * date.
     */
    private static final int[] UNREAD = { 500, 60 };
    private static final Duration TURN = Duration.ofSeconds(10);

    private final PortalEmulator portal;
    private final long listener;
    private final Random random;
    private final Duration pause;
    private final Set<Long> late = ConcurrentHashMap.newKeySet();
    private final Thread thread = new Thread(this::talk, "talk");
    private volatile boolean talking = true;

    /**
     * @param pause between two messages, on average
     */
    Talk(PortalEmulator portal, long listener, long seed, Duration pause) {
        this.portal = portal;
        this.listener = listener;
        this.random = new Random(seed);
        this.pause = pause;
        if (portal.bots().stream().noneMatch(bot -> bot.id() == listener)) {
            portal.user(listener).subscribed();
        }
        for (int chat = 0; chat < CHATS; chat++) {
            portal.chat(dialog(chat)).members(listener, speaker(0), speaker(1), speaker(2), speaker(3));
        }
        thread.setDaemon(true);
    }

    Talk start() {
        thread.start();
        return this;
    }

    /** The ids of rows that were visible later than they were given. */
    Set<Long> lateIds() {
        return Set.copyOf(late);
    }

    /** Returns when the last word is said. */
    @Override
    public void close() {
        talking = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void talk() {
        int turn = random.nextInt(UNREAD.length);
        long began = System.nanoTime();
        for (int said = 0; talking; said++) {
            if (System.nanoTime() - began > TURN.toNanos()) {
                turn = (turn + 1) % UNREAD.length;
                began = System.nanoTime();
            }
            String text = "message " + said;
            int dice = random.nextInt(100);
            if (dice < 8) {
                Duration delay = Duration.ofMillis(random.nextInt((int) LATEST.toMillis()));
                late.addAll(portal.withholdVisibility(delay, () -> say(text)).ids());
            } else {
                say(text);
            }
            if (dice > 90) {
                portal.skipIds(dice - 90);
            }
            do {
                pause();
            } while (talking && portal.pending(listener).size() > UNREAD[turn]);
        }
    }

    /** Bursts, and now and then silence. */
    private void pause() {
        long longest = random.nextInt(100) < 60 ? pause.toNanos() : 3 * pause.toNanos();
        LockSupport.parkNanos(random.nextLong(longest));
    }

    private void say(String text) {
        portal.user(speaker(random.nextInt(SPEAKERS))).says(dialog(random.nextInt(CHATS)), text);
    }

    private static long speaker(int number) {
        return 12 + number;
    }

    private static String dialog(int number) {
        return "chat" + (5 + number);
    }
}

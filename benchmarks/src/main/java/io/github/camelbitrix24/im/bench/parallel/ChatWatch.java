package io.github.camelbitrix24.im.bench.parallel;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Watches that the events of a chat run one after another and in the order of their ids, while chats run at once. */
final class ChatWatch {

    private static final class Chat {
        private long last;
        private int events;
        private boolean running;
    }

    private final Map<Long, Chat> chats = new ConcurrentHashMap<>();
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger violations = new AtomicInteger();
    private final CountDownLatch left;

    ChatWatch(int events) {
        left = new CountDownLatch(events);
    }

    void began(long chatId, long eventId) {
        atOnce.accumulateAndGet(running.incrementAndGet(), Math::max);
        Chat chat = chats.computeIfAbsent(chatId, key -> new Chat());
        synchronized (chat) {
            if (chat.running || eventId <= chat.last) {
                violations.incrementAndGet();
            }
            chat.running = true;
            chat.last = eventId;
            chat.events++;
        }
    }

    void ended(long chatId) {
        Chat chat = chats.get(chatId);
        synchronized (chat) {
            chat.running = false;
        }
        running.decrementAndGet();
        left.countDown();
    }

    void awaitAll() throws InterruptedException {
        if (!left.await(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException(left.getCount() + " events did not come in ten minutes");
        }
    }

    int violations() {
        return violations.get();
    }

    int atOnce() {
        return atOnce.get();
    }

    /** How much faster than one after another it can be at best, since one chat has so many of the events. */
    double ceiling() {
        int all = chats.values().stream().mapToInt(chat -> chat.events).sum();
        return (double) all / chats.values().stream().mapToInt(chat -> chat.events).max().orElse(1);
    }
}

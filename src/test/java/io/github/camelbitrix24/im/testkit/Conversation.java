package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * People who talk on an emulated portal: in a few chats they say, edit, delete, react, join, and now and then say
 * {@code ping}. One user listens, is a member of every chat, and is subscribed. The same seed gives the same
 * conversation.
 */
public final class Conversation implements AutoCloseable {

    private static final int REMEMBERED = 50;

    private final PortalEmulator portal;
    private final EmulatedUser listener;
    private final Cast cast;
    private final Random random;
    private final List<Long> messages = new ArrayList<>();
    private final Map<String, Long> latest = new HashMap<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "conversation");
        thread.setDaemon(true);
        return thread;
    });
    private long steps;

    public Conversation(PortalEmulator portal, long listenerId, long seed) {
        this.portal = portal;
        this.listener = portal.user(listenerId);
        this.cast = new Cast(portal, listenerId);
        this.random = new Random(seed);
    }

    /** Goes on by one step at every beat, until closed. */
    public Conversation start(Duration beat) {
        pace.scheduleAtFixedRate(this::step, 0, beat.toNanos(), TimeUnit.NANOSECONDS);
        return this;
    }

    public Conversation steps(int count) {
        IntStream.range(0, count).forEach(i -> step());
        return this;
    }

    /** One thing happens. */
    public synchronized void step() {
        int dice = messages.isEmpty() ? 0 : random.nextInt(100);
        EmulatedUser someone = cast.colleague(random);
        String chat = cast.chat(random);
        if (dice < 50) {
            remember(cast.talk(someone, chat, random, latest.getOrDefault(chat, 0L)), chat);
        } else if (dice < 58) {
            remember(someone.says(chat, "ping"), chat);
        } else if (dice < 66) {
            remember(someone.says(Long.toString(listener.id()), cast.line(random)));
        } else if (dice < 71) {
            remember(cast.customer().says(cast.openLine(), cast.question(random)));
        } else if (dice < 74) {
            remember(cast.bot().says(Long.toString(listener.id()), cast.order(random)));
        } else if (dice < 77) {
            someone.comments(cast.post(), cast.line(random));
        } else if (dice < 84) {
            someone.edits(anyMessage(), cast.line(random) + " (corrected)");
        } else if (dice < 95) {
            someone.reacts(anyMessage(), cast.reaction(random));
        } else if (dice < 97) {
            someone.invites(chat, cast.newcomer(steps));
        } else {
            someone.deletes(messages.remove(random.nextInt(messages.size())));
        }
        steps++;
    }

    public synchronized long stepsDone() {
        return steps;
    }

    public PortalEmulator portal() {
        return portal;
    }

    @Override
    public void close() {
        pace.shutdownNow();
    }

    private long anyMessage() {
        return messages.get(random.nextInt(messages.size()));
    }

    private void remember(long messageId, String chat) {
        latest.put(chat, messageId);
        remember(messageId);
    }

    private void remember(long messageId) {
        messages.add(messageId);
        if (messages.size() > REMEMBERED) {
            messages.remove(0);
        }
    }
}

package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.camelbitrix24.im.testkit.Behaviour.MarkerRace;
import io.github.camelbitrix24.im.testkit.Behaviour.Unsubscribe;

/** The event log of the portal: one counter of ids for all users, a queue for each, rows that are not visible yet. */
final class EventLog {

    private static final Duration LIFETIME = Duration.ofHours(24);

    private final PortalClock clock;
    private final Behaviours behaviours;
    private final Map<Long, EventQueue> queues = new TreeMap<>();
    private final List<LateRows> withheld = new ArrayList<>();
    private final List<Recording> recordings = new ArrayList<>();
    private final List<Replay> replays = new ArrayList<>();
    private final ThreadLocal<LateRows> collecting = new ThreadLocal<>();
    private long nextId = 1;
    private final HeldIds held = new HeldIds();
    private Duration subscriptionDelay = Duration.ZERO;
    private Duration unsubscriptionDelay = Duration.ZERO;
    private int eventsToLose;
    private boolean everSubscribed;

    EventLog(PortalClock clock, Behaviours behaviours) {
        this.clock = clock;
        this.behaviours = behaviours;
    }

    long record(long userId, String type, byte[] data) {
        playDue();
        return record(userId, nextFreeId(), type, data);
    }

    private long nextFreeId() {
        while (held.contains(nextId)) {
            nextId = Math.incrementExact(nextId);
        }
        return nextId;
    }

    /** A chosen id moves the counter, as an explicit insert moves an auto-increment column. */
    long record(long userId, long id, String type, byte[] data) {
        Row row = write(userId, id, type, clock.now(), data);
        LateRows late = collecting.get();
        if (late == null) {
            makeVisible(row);
        } else {
            late.add(row);
        }
        return id;
    }

    /** Nobody's writes are withheld for it. */
    void replay(long userId, String type, Instant date, byte[] data) {
        makeVisible(write(userId, nextFreeId(), type, date, data));
    }

    private Row write(long userId, long id, String type, Instant date, byte[] data) {
        Row row = new Row(id, userId, type, date, clock.iso(date), data);
        queue(userId).note(row);
        recordings.forEach(recording -> recording.write(row));
        if (id >= nextId) {
            nextId = id == Long.MAX_VALUE ? id : id + 1;
        }
        return row;
    }

    void recordTo(Recording recording) {
        recordings.add(recording);
    }

    void recordNoLonger(Recording recording) {
        recordings.remove(recording);
    }

    void play(Replay replay) {
        replays.add(replay);
        playDue();
    }

    /** What of replays has fallen due is recorded, for those who are subscribed now. */
    void playDue() {
        Instant now = clock.now();
        replays.removeIf(replay -> replay.playDue(now));
    }

    void makeVisible(Row row) {
        queue(row.userId).add(row, behaviours.is(MarkerRace.WRITER_WINS));
    }

    /** What the calling thread records meanwhile gets ids, but stays invisible. */
    void withhold(LateRows late, Runnable writes) {
        collecting.set(late);
        try {
            writes.run();
        } finally {
            collecting.remove();
        }
    }

    void remember(LateRows late) {
        withheld.add(late);
    }

    void forget(LateRows late) {
        withheld.remove(late);
    }

    Page get(List<Long> userIds, long rawOffset, int limit) {
        return EventQueue.get(userIds.stream().distinct().map(this::settled).toList(), rawOffset, limit, clock.now());
    }

    /** All rows of one user are gone without a trace. */
    void purge(long userId) {
        queue(userId).purgeAll();
    }

    void subscribe(long userId) {
        playDue();
        everSubscribed = true;
        queue(userId).subscribe(clock.now().plus(subscriptionDelay));
    }

    void unsubscribe(long userId) {
        playDue();
        queue(userId).unsubscribe(behaviours.is(Unsubscribe.DELETES_ROWS), clock.now().plus(unsubscriptionDelay));
    }

    boolean wasEverSubscribed() {
        return everSubscribed;
    }

    boolean isSubscribed(long userId) {
        EventQueue queue = queues.get(userId);
        return queue != null && queue.isSubscribed(clock.now());
    }

    /** Whether events of the user are recorded, which may begin and end later than the subscription. */
    boolean isRecorded(long userId) {
        EventQueue queue = queues.get(userId);
        return queue != null && queue.isRecorded(clock.now());
    }

    /** The queue of a user as it is now: what has fallen due is visible, what is too old is gone. */
    EventQueue settled(long userId) {
        playDue();
        Instant now = clock.now();
        for (LateRows late : List.copyOf(withheld)) {
            late.commitIfDue(now);
        }
        EventQueue queue = queue(userId);
        queue.expire(now.minus(LIFETIME));
        return queue;
    }

    private EventQueue queue(long userId) {
        return queues.computeIfAbsent(userId, id -> new EventQueue(held));
    }

    void delaySubscriptions(Duration delay) {
        subscriptionDelay = delay;
    }

    void delayUnsubscriptions(Duration delay) {
        unsubscriptionDelay = delay;
    }

    void loseNext(int events) {
        eventsToLose = events;
    }

    /** Logging is wrapped in "catch everything": an event that cannot be recorded is gone without a word, for all. */
    boolean losesEvent() {
        return eventsToLose > 0 && eventsToLose-- > 0;
    }

    void skipIds(long count) {
        nextId = Math.addExact(nextId, count);
    }

    void restartIdsAt(long id) {
        nextId = id;
    }

    void dropRows() {
        queues.values().forEach(EventQueue::purgeAll);
    }

    List<Long> userIds() {
        return List.copyOf(queues.keySet());
    }
}

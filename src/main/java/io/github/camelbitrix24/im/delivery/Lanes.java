package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/**
 * Which event is next. Events of one chat run one after another in the order of ids; different chats take turns, each
 * with one handout, so that a flooding chat starves nobody. A lane that failed waits out its pause and holds up no
 * other. Not thread-safe.
 */
final class Lanes {

    private static final Object ONLY_LANE = "all";

    private final DeliveryOptions options;
    private final Map<Object, Lane> lanes = new HashMap<>();
    private final Deque<Lane> ready = new ArrayDeque<>();
    private final Queue<Lane> paused = new PriorityQueue<>(Comparator.comparingLong((Lane lane) -> lane.retryAt));
    private int running;
    private long highestHandedOut = Long.MIN_VALUE;
    private boolean closing;
    private long redeliveries;

    Lanes(DeliveryOptions options) {
        this.options = options;
    }

    void add(LaneEvent event) {
        Lane lane = lanes.computeIfAbsent(key(event), Lane::new);
        boolean idle = lane.waiting.isEmpty() && lane.current == null;
        lane.waiting.add(event);
        if (idle) {
            ready.add(lane);
        }
    }

    private Object key(LaneEvent event) {
        if (options.concurrency() == 1) {
            return ONLY_LANE;
        }
        Long chat = options.concurrency() == DeliveryOptions.INDEPENDENT ? null : event.event.getChatId();
        // an event without a chat waits for nobody; the row is a key that nothing else equals
        return chat != null ? chat : event.row;
    }

    /**
     * The next handout, or {@code null} when nothing may be handed out now.
     */
    Handout take(long now) {
        while (!paused.isEmpty() && paused.peek().retryAt - now <= 0) {
            ready.addFirst(paused.remove());
        }
        Lane lane = running < options.concurrency() ? nextLane() : null;
        if (lane == null) {
            return null;
        }
        Handout handout;
        try {
            handout = new Handout(lane, lane.current != null ? lane.current.parts : next(lane), lane.failures + 1);
        } catch (Error e) {
            // out of memory; nothing was taken yet
            ready.addFirst(lane);
            throw e;
        }
        if (lane.current == null) {
            handout.parts.forEach(lane.waiting::remove);
        }
        highestHandedOut = Math.max(highestHandedOut, handout.highestId());
        running++;
        redeliveries += lane.failures > 0 ? 1 : 0;
        lane.current = handout;
        return handout;
    }

    private Lane nextLane() {
        if (!closing) {
            return ready.poll();
        }
        Lane lane = ready.stream().filter(this::isHole).findFirst().orElse(null);
        if (lane != null) {
            ready.remove(lane);
        }
        return lane;
    }

    private List<LaneEvent> next(Lane lane) {
        if (!closing && !options.batching()) {
            return List.of(lane.waiting.element());
        }
        return lane.waiting.stream().filter(event -> !closing || isBelowHandedOut(event))
                .limit(options.batching() ? Integer.MAX_VALUE : 1).toList();
    }

    /**
     * From now on only holes are filled: events below one that was handed out, which could not be acknowledged as long
     * as a lower one is undone.
     */
    void close() {
        closing = true;
    }

    void reopen() {
        closing = false;
    }

    /** How many lanes are to be worked on before everything that was handed out can be acknowledged. */
    int holes() {
        return (int) ready.stream().filter(this::isHole).count();
    }

    private boolean isHole(Lane lane) {
        return lane.current != null
                ? lane.current.parts.get(0).row.id < highestHandedOut : lane.waiting.stream().anyMatch(this::isBelowHandedOut);
    }

    /** A late row may wait behind higher ids of its chat, which are no holes. */
    private boolean isBelowHandedOut(LaneEvent event) {
        return event.row.id < highestHandedOut;
    }

    void done(Handout handout) {
        Lane lane = handout.lane;
        running--;
        lane.current = null;
        lane.failures = 0;
        if (lane.waiting.isEmpty()) {
            lanes.remove(lane.key);
        } else {
            ready.add(lane);
        }
    }

    /**
     * @return how long the lane waits before the handout comes again
     */
    Duration failed(Handout handout, long now) {
        Lane lane = handout.lane;
        running--;
        lane.failingSince = lane.failures == 0 ? now : lane.failingSince;
        lane.failures++;
        handout.parts.forEach(LaneEvent::keepApart);
        Duration pause = options.redelivery().pause(lane.failures);
        lane.retryAt = now + pause.toNanos();
        paused.add(lane);
        return pause;
    }

    /** The lane that has failed most often, or {@code null}. */
    FailingHead failing() {
        return lanes.values().stream().filter(lane -> lane.failures > 0)
                .max(Comparator.comparingInt(lane -> lane.failures))
                .map(lane -> new FailingHead(lane.current.parts.get(0).row.id, lane.failures, lane.failingSince))
                .orElse(null);
    }

    long redeliveries() {
        return redeliveries;
    }

    int running() {
        return running;
    }

    int size() {
        return lanes.size();
    }

    boolean isEmpty() {
        return lanes.isEmpty();
    }

    boolean hasReady(long now) {
        boolean due = !paused.isEmpty() && paused.peek().retryAt - now <= 0;
        return running < options.concurrency() && (due || (closing ? holes() > 0 : !ready.isEmpty()));
    }

    /**
     * Whether more events could be worked on than are waiting.
     */
    boolean isHungry() {
        return switch (options.concurrency()) {
            case 1 -> isEmpty();
            case DeliveryOptions.INDEPENDENT -> ready.isEmpty();
            default -> running + ready.size() < options.concurrency();
        };
    }
}

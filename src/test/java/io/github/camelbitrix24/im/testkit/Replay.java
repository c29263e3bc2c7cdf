package io.github.camelbitrix24.im.testkit;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A recording that an emulated portal plays, with the pauses between its events. They go by the portal's clock: an
 * event is there as soon as somebody looks after its time has come, and bears that time as its date.
 */
public final class Replay implements AutoCloseable {

    private record Due(Instant at, RecordedEvent event) {
    }

    private final PortalState portal;
    private final Deque<Due> left = new ArrayDeque<>();
    private final Set<Long> users = new HashSet<>();
    private final Duration length;

    private Replay(PortalState portal, List<RecordedEvent> events) {
        this.portal = portal;
        Instant start = portal.clock.now();
        Instant latest = start;
        for (RecordedEvent event : events) {
            Instant at = start.plus(Duration.between(events.get(0).date(), event.date()));
            latest = at.isAfter(latest) ? at : latest;
            left.add(new Due(latest, event));
            if (!event.isOfBot() && event.queue() != null) {
                users.add(event.queue());
            }
        }
        this.length = Duration.between(start, latest);
    }

    /** @throws IllegalArgumentException if something in the file is not as it has to be */
    static Replay of(PortalState portal, Path file) {
        List<RecordedEvent> events = RecordedEvents.read(file);
        return portal.monitor.write(() -> {
            Replay replay = new Replay(portal, events);
            events.stream().filter(RecordedEvent::isOfBot).forEach(replay::bot);
            events.forEach(event -> ReplayedCast.of(portal, event));
            portal.log.play(replay);
            return replay;
        });
    }

    /** How much there is from the first event to the last, by the portal's clock. */
    public Duration length() {
        return length;
    }

    /** How many events are still to come. */
    public int left() {
        return portal.monitor.read(() -> {
            portal.log.playDue();
            return left.size();
        });
    }

    /** What is still to come is not played. */
    @Override
    public void close() {
        portal.monitor.run(left::clear);
    }

    /** @return whether there is nothing more to come */
    boolean playDue(Instant now) {
        while (!left.isEmpty() && !left.peek().at().isAfter(now)) {
            Due due = left.remove();
            queues(due.event()).forEach(id -> portal.log.replay(id, due.event().type(), due.at(), due.event().data()));
        }
        return left.isEmpty();
    }

    private List<Long> queues(RecordedEvent event) {
        if (event.isOfBot()) {
            return List.of(bot(event));
        }
        boolean oneForAll = users.size() < 2 || event.queue() == null;
        return portal.log.userIds().stream().filter(portal.log::isRecorded).filter(id -> oneForAll || id.equals(event.queue()))
                .toList();
    }

    private long bot(RecordedEvent event) {
        long id = event.tree().at("/bot/id").asLong(event.queue() == null ? 0 : event.queue());
        List<EmulatedBot> bots = portal.bots.all();
        if (portal.bots.find(id).isEmpty() && bots.size() != 1) {
            throw new IllegalArgumentException(
                    "The recording has events of the bot " + id + ", which is not on this portal: have one bot, "
                                               + "as by PortalEmulator.bot(\"desk_helper\", \"token\"), before it is replayed");
        }
        return portal.bots.find(id).orElseGet(() -> bots.get(0)).id;
    }
}

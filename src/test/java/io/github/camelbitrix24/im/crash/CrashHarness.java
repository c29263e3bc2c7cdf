package io.github.camelbitrix24.im.crash;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A portal on which people talk, and the JVMs that read there, one after another or side by side. What happens to them
 * and when follows from a seed, which is logged and can be set with {@code -Dseed=}.
 */
final class CrashHarness implements AutoCloseable {

    private static final long OWNER = 7;
    private static final String TOKEN = "crash";

    private static final Logger LOG = LoggerFactory.getLogger(CrashHarness.class);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long TICK = Duration.ofMillis(10).toNanos();

    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final PortalEmulator portal = PortalEmulator.start();
    private final List<VictimProcess> victims = new ArrayList<>();
    private final Path directory;
    private final VictimOptions options;
    private final Talk talk;
    private final long reader;
    private final String reading;

    /**
     * @param pause between two messages, on average
     */
    CrashHarness(Path directory, VictimOptions options, Duration pause) {
        this.directory = directory;
        this.options = options;
        this.reader = OWNER;
        this.reading = "im.v2.Event.get";
        this.talk = new Talk(portal, reader, seed, pause).start();
        LOG.info("-Dseed={}", seed);
    }

    /** The victims read as a bot that hears everything. */
    private CrashHarness(VictimOptions options, Path directory, Duration pause) {
        this.directory = directory;
        this.options = options.with("bot=desk_helper&token=" + TOKEN);
        this.reader = portal.bot("desk_helper", TOKEN).ofType("supervisor").id();
        this.reading = "imbot.v2.Event.get";
        portal.user(OWNER).scopes("im", "imbot");
        this.talk = new Talk(portal, reader, seed, pause).start();
        LOG.info("-Dseed={}", seed);
    }

    static CrashHarness ofBot(Path directory, VictimOptions options, Duration pause) {
        return new CrashHarness(options, directory, pause);
    }

    /** A new victim, from the moment on when it asks for events and there are any. */
    VictimProcess startVictim() {
        VictimProcess victim = new VictimProcess(
                "victim-" + victims.size(), directory, portal.user(OWNER).webhook(), options);
        victims.add(victim);
        until("a read by " + victim.name(), () -> hasRead(victim) && !portal.pending(reader).isEmpty());
        return victim;
    }

    private boolean hasRead(VictimProcess victim) {
        victim.requireAlive();
        List<RecordedCall> reads = portal.calls(reading);
        return !reads.isEmpty() && reads.get(reads.size() - 1).at().isAfter(victim.startedAt());
    }

    /** Lets a random time pass. */
    void pass(Duration least, Duration most) {
        long end = System.nanoTime() + least.toNanos() + random.nextLong(most.minus(least).toNanos());
        until("the end of a pause", () -> System.nanoTime() - end >= 0);
    }

    /** Until one more event is acknowledged. */
    void awaitAcknowledgement() {
        int before = acknowledged();
        until("an acknowledgement", () -> acknowledged() > before);
    }

    /** How many events were acknowledged so far. */
    int acknowledged() {
        return portal.acknowledged(reader).size();
    }

    /**
     * People stop talking, the victim finishes what is there and is stopped gracefully.
     */
    DeliveryReport finishWith(VictimProcess last) {
        talk.close();
        LOG.info("Nobody talks any more: {}", report());
        until("the end of the work", () -> {
            last.requireAlive();
            return report().lost().isEmpty() && finishedBy(last).containsAll(portal.pending(reader));
        });
        last.stop();
        DeliveryReport report = report();
        LOG.info("-Dseed={}: {}, {} acknowledged", seed, report, acknowledged());
        return report;
    }

    private static Set<Long> finishedBy(VictimProcess victim) {
        return victim.finished().stream().map(FinishedEvent::id).collect(Collectors.toSet());
    }

    /** What must hold after whatever happened to the victims. */
    void requireNothingLost(DeliveryReport report) {
        require("events that no run finished", report.lost());
        require("events deleted though no answer ever contained them", portal.lost(reader));
        require("events deleted otherwise than by an acknowledgement", portal.purged(reader));
        require("events still pending after a graceful stop", portal.pending(reader));
        require("events finished twice by one run", report.repeated());
        require("events finished out of their chat's order", report.disordered());
    }

    void require(String nothingOf, Iterable<Long> ids) {
        Set<Long> found = new HashSet<>();
        ids.forEach(found::add);
        if (!found.isEmpty()) {
            throw new AssertionError(
                    found.size() + " " + nothingOf + ": " + found.stream().sorted().limit(20).toList()
                                     + context());
        }
    }

    private DeliveryReport report() {
        return DeliveryReport.of(portal.recorded(reader), talk.lateIds(),
                victims.stream().map(VictimProcess::finished).toList());
    }

    private void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new AssertionError("Waited in vain for " + what + context());
            }
            LockSupport.parkNanos(TICK);
        }
    }

    private String context() {
        return "\n-Dseed=" + seed + ": " + report() + "\nfiles of the victims: " + directory + "\n" + portal.describe();
    }

    @Override
    public void close() {
        victims.forEach(VictimProcess::close);
        talk.close();
        portal.close();
    }
}

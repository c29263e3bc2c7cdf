package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.camelbitrix24.im.budget.RequestBudget;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.slf4j.LoggerFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Polls, workers, drains and the portal's budget of several consumers together, on hand-driven threads and a hand-moved
 * clock, while everything that is called may fail: threads, memory, the way to the portal, routes, repository and
 * exception handler. Run one seed again with {@code -Dseed=}.
 */
class ConsumerModelTest {

    private static final int STEPS = 1_500;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Logger own = (Logger) LoggerFactory.getLogger("io.github.camelbitrix24.im");
    private final CamelContext context = new DefaultCamelContext();
    private Random random;
    private Mischief mischief;
    private HandDrivenThreads threads;
    private RequestBudget budget;
    private Workplace workplace;
    private List<ModelReader> readers;
    private long looks;

    @BeforeEach
    void begin() {
        // thousands of faults on purpose
        own.setLevel(Level.ERROR);
        context.start();
    }

    @AfterEach
    void end() {
        own.setLevel(null);
        threads.end();
        context.stop();
    }

    @RepeatedTest(60)
    void everythingIsFinishedOnceAndNothingIsLeftOver(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", 3_000L + repetition.getCurrentRepetition());
        try {
            run(seed);
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    private void run(long seed) {
        random = new Random(seed);
        mischief = new Mischief(random);
        threads = new HandDrivenThreads(random, () -> mischief.strikes(30));
        context.getExecutorServiceManager().setThreadPoolFactory(threads);
        // whoever waits for his turn with a thread looks again and again: time must pass meanwhile
        budget = new RequestBudget(() -> threads.now() + TimeUnit.MILLISECONDS.toNanos(10 * looks++));
        budget.limit(100, 50);
        workplace = new Workplace(context, () -> 3, () -> {
        }, threads::now);
        ServiceHelper.startService(workplace);
        AtomicInteger polls = new AtomicInteger();
        readers = IntStream.rangeClosed(1, 1 + random.nextInt(3)).mapToObj(
                user -> new ModelReader(
                        threads, mischief, random, workplace, context.getEndpoint("mock:in"), budget, polls, user))
                .toList();
        mischief.calmly(() -> readers.forEach(ModelReader::start));
        for (int step = 0; step < STEPS; step++) {
            step(readers.get(random.nextInt(readers.size())));
            assertEquals(List.of(), mischief.broken, "step " + step);
        }
        mischief.end();
        everythingIsFinished();
        nothingWaitsForTheHeartbeat();
        drainsEnd();
        nothingRunsAfterTheStop();
    }

    private void step(ModelReader reader) {
        switch (random.nextInt(16)) {
            case 0, 1 -> reader.portal.record(random.nextInt(4));
            case 2, 3 -> threads.moveTo(threads.now() + random.nextInt(1_000_000_000));
            case 4 -> rarely(reader);
            default -> threads.step();
        }
    }

    private void rarely(ModelReader reader) {
        switch (random.nextInt(reader.isSuspended() ? 4 : 12)) {
            case 0, 1 -> {
                if (reader.isSuspended()) {
                    reader.resume();
                } else {
                    reader.suspend();
                }
            }
            case 2 -> {
                if (random.nextBoolean()) {
                    reader.halt();
                    IntStream.range(0, random.nextInt(20)).forEach(i -> threads.step());
                }
                reader.stop();
                mischief.calmly(reader::start);
            }
            default -> reader.pollNow();
        }
    }

    /** No wake-up is lost: whatever went wrong before, in the end all is done, and the portal knows. */
    private void everythingIsFinished() {
        readers.stream().filter(ModelReader::isSuspended).forEach(ModelReader::resume);
        goOn(60 * MINUTE, () -> readers.stream().allMatch(ModelReader::isDone));
        for (ModelReader reader : readers) {
            assertTrue(reader.isDone(), "left at the portal: " + reader.portal.queue.keySet());
            assertEquals(reader.portal.recorded(), reader.portal.over.size());
        }
    }

    /** It is there for want of memory and of threads only. */
    private void nothingWaitsForTheHeartbeat() {
        ServiceHelper.stopService(workplace.heartbeat());
        IntStream.range(0, 20).forEach(i -> readers.forEach(reader -> reader.portal.record(i % 4)));
        everythingIsFinished();
    }

    private void drainsEnd() {
        mischief.failRoutes(false);
        readers.forEach(reader -> reader.portal.record(1));
        goOn(MINUTE, () -> readers.stream().allMatch(reader -> reader.pending() > 0));
        readers.forEach(ModelReader::suspend);
        goOn(MINUTE, () -> readers.stream().noneMatch(ModelReader::isDraining));
        for (ModelReader reader : readers) {
            assertFalse(reader.isDraining(), "a drain that does not end");
            assertTrue(reader.isDone(), "left by the drain: " + reader.portal.queue.keySet());
        }
    }

    private void nothingRunsAfterTheStop() {
        readers.forEach(reader -> reader.portal.record(1));
        readers.forEach(ModelReader::resume);
        IntStream.range(0, random.nextInt(30)).forEach(i -> threads.step());
        readers.forEach(ModelReader::stop);
        goOn(MINUTE, () -> false);
        assertEquals(0, budget.state().underWay(), "requests under way");
        assertEquals(0, budget.state().waiting(), "waiting for a permit");
        ServiceHelper.stopService(workplace);
        goOn(MINUTE, () -> false);
        assertTrue(threads.isIdle());
    }

    /** Lets everybody run, for so long at most. */
    private void goOn(long time, BooleanSupplier enough) {
        long end = threads.now() + time;
        while (!enough.getAsBoolean() && threads.now() < end) {
            if (!threads.step()) {
                threads.moveTo(end);
            }
            assertEquals(List.of(), mischief.broken);
        }
    }
}

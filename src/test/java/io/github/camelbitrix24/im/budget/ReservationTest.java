package io.github.camelbitrix24.im.budget;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Requests that wait for the budget without a thread. */
class ReservationTest {

    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final RequestBudget budget = new RequestBudget(System::nanoTime);
    private final List<String> granted = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        timer.shutdownNow();
    }

    @Test
    void withoutALimitItIsGrantedAtOnce() {
        budget.reserve(Urgency.POLL, this, timer, permit -> granted.add("poll"));

        assertEquals(List.of("poll"), granted);
        assertEquals(1, budget.state().underWay());
    }

    @Test
    void whatIsGivenBackCanBeHadByOthers() throws InterruptedException {
        budget.limit(0.001, 1);
        List<Permit> permits = new CopyOnWriteArrayList<>();
        budget.reserve(Urgency.POLL, "first", timer, permits::add);
        CountDownLatch second = new CountDownLatch(1);
        budget.reserve(Urgency.POLL, "second", timer, permit -> second.countDown());
        assertEquals(1, permits.size());
        assertEquals(1, budget.state().waiting());

        permits.get(0).close();

        assertTrue(second.await(20, TimeUnit.SECONDS));
        assertEquals(0, budget.state().waiting());
    }

    @Test
    void itTakesItsTurnAmongThoseWhoWaitWithAThread() throws Exception {
        budget.limit(0.001, 1);
        Permit holder = budget.acquire(Urgency.OTHER, "holder");
        Thread blocking = new Thread(() -> {
            try (Permit permit = budget.acquire(Urgency.OTHER, "blocking")) {
                granted.add("blocking");
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        blocking.start();
        while (budget.state().waiting() < 1) {
            Thread.onSpinWait();
        }
        CountDownLatch poll = new CountDownLatch(1);
        budget.reserve(Urgency.SEND, "poll", timer, permit -> {
            granted.add("poll");
            permit.close();
            poll.countDown();
        });

        holder.close();
        assertTrue(poll.await(20, TimeUnit.SECONDS));
        blocking.join(20_000);

        assertEquals(List.of("poll", "blocking"), granted);
        assertEquals(0, budget.state().underWay());
    }

    @Test
    void allAreServedInTheOrderOfTheirUrgencyAtTheBudgetsPace() throws InterruptedException {
        budget.limit(50, 1);
        CountDownLatch all = new CountDownLatch(20);
        List<String> callers = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < 20; i++) {
            String caller = "caller " + i;
            callers.add(caller);
            budget.reserve(Urgency.POLL, caller, timer, permit -> {
                granted.add(caller);
                permit.sent();
                permit.close();
                all.countDown();
            });
        }

        assertTrue(all.await(30, TimeUnit.SECONDS));
        assertEquals(callers, granted);
        assertTrue(System.nanoTime() - began >= TimeUnit.MILLISECONDS.toNanos(18 * 20), "faster than the budget");
    }

    @Test
    void whoWithdrawsHoldsUpNobody() throws InterruptedException {
        budget.limit(0.001, 1);
        Permit holder = budget.acquire(Urgency.OTHER, "holder");
        Runnable withdrawal = budget.reserve(Urgency.POLL, "first", timer, permit -> granted.add("first"));
        CountDownLatch second = new CountDownLatch(1);
        budget.reserve(Urgency.POLL, "second", timer, permit -> second.countDown());

        withdrawal.run();
        holder.close();

        assertTrue(second.await(20, TimeUnit.SECONDS));
        assertEquals(List.of(), granted);
        withdrawal.run();
        assertEquals(1, budget.state().underWay());
    }

    @Test
    void whoIsStoppedWithoutWithdrawingHoldsUpNobody() throws InterruptedException {
        budget.limit(0.001, 1);
        Permit holder = budget.acquire(Urgency.OTHER, "holder");
        budget.reserve(Urgency.POLL, "stopped", timer, permit -> granted.add("stopped"));
        timer.shutdownNow();

        holder.close();

        assertEquals(0, budget.state().waiting());
        assertNotNull(budget.acquire(Urgency.OTHER, "next", Duration.ZERO));
        assertEquals(List.of(), granted);
    }

    @Test
    void whoCannotBeginToWaitHoldsUpNobody() throws InterruptedException {
        budget.limit(0.001, 1);
        Permit holder = budget.acquire(Urgency.OTHER, "holder");
        holder.sent();
        holder.close();
        timer.shutdownNow();

        assertThrows(RejectedExecutionException.class,
                () -> budget.reserve(Urgency.POLL, "stopped", timer, permit -> granted.add("stopped")));

        assertEquals(0, budget.state().waiting());
    }

    @Test
    void aPermitThatItsOwnerFailsToTakeIsGivenBack() {
        assertThrows(OutOfMemoryError.class, () -> budget.reserve(Urgency.POLL, this, timer, permit -> {
            throw new OutOfMemoryError("on purpose");
        }));

        assertEquals(0, budget.state().underWay());
    }
}

package io.github.camelbitrix24.im.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;

/**
 * A portal that does at random what portals do: rows become visible late, answers take their time or miss rows, one of
 * two nodes dates rows and answers by a clock that is behind, queues are flooded, restored or expire.
 */
final class FicklePortal {

    private static final int DEFAULT_LIMIT = 1000;
    private static final Duration BEHIND = Duration.ofSeconds(5);

    final PortalModel model = new PortalModel();
    /**
     * Whether a row may become visible after others with higher ids: only where progress never goes before settling.
     */
    final boolean late;
    /** Whether a reading may miss rows; the next one that should show them does. */
    final boolean missesRows;
    private final Random random;
    private final boolean twoNodes;
    private final boolean tellsTime;
    private final int limit;
    private final Set<Long> shown = new HashSet<>();
    private final Set<Long> missed = new HashSet<>();
    private boolean honest;

    FicklePortal(Random random, int limit) {
        this.random = random;
        this.limit = limit;
        late = limit == DEFAULT_LIMIT && random.nextInt(3) > 0;
        missesRows = random.nextBoolean();
        twoNodes = random.nextInt(3) == 0;
        tellsTime = random.nextInt(4) > 0;
    }

    /** From now on no reading misses rows. */
    void calmDown() {
        honest = true;
    }

    /** Whoever reads knows nothing of earlier readings. */
    void readAnew() {
        shown.clear();
        missed.clear();
    }

    void record() {
        model.record(random.nextInt(5), random.nextInt(3), delay(),
                twoNodes && random.nextInt(3) == 0 ? BEHIND : Duration.ZERO);
    }

    /** More than a page at once. */
    void flood() {
        advance(latest());
        for (int i = 0; i < limit + limit / 5; i++) {
            model.record(random.nextInt(5), 0, Duration.ZERO);
        }
    }

    /** Takes longer than a reading stays fresh, and than clocks differ. */
    void restore() {
        advance((int) BEHIND.toMillis() + 1_500);
        model.restore(random.nextInt(50));
        for (int i = random.nextInt(30); i > 0; i--) {
            model.record(random.nextInt(5), random.nextInt(3), Duration.ZERO);
        }
        advance(1_500);
    }

    private Duration delay() {
        boolean delayed = late && model.rows.size() < limit - 100 && random.nextInt(3) == 0;
        return delayed ? Duration.ofMillis(random.nextBoolean() ? latest() : random.nextInt(latest())) : Duration.ZERO;
    }

    /** After so many milliseconds every row is visible. */
    private static int latest() {
        return 1_900;
    }

    Reading answer(GetRequest request) {
        long askedAt = nanos();
        takeTime(true);
        EventPage page = page(request);
        Instant portalTime = model.now.minus(twoNodes && random.nextBoolean() ? BEHIND : Duration.ZERO);
        takeTime(true);
        return new Reading(request, page, tellsTime ? portalTime : null, askedAt, nanos());
    }

    /** On the way there, or back; rows are recorded, and become visible, meanwhile. */
    private void takeTime(boolean recording) {
        if (random.nextInt(5) == 0) {
            advance(random.nextInt(1_500));
            if (recording && random.nextBoolean()) {
                record();
            }
        }
    }

    private EventPage page(GetRequest request) {
        EventPage page = model.get(request);
        missed.removeIf(number -> model.rows.values().stream().noneMatch(row -> row.number() == number));
        boolean misses = missesRows && !honest && missed.isEmpty() && random.nextInt(10) == 0;
        boolean everything = random.nextBoolean();
        List<Bitrix24ImEvent> events = page.events().stream()
                .filter(event -> !misses || !everything && (!shown.contains(number(event)) || random.nextBoolean())).toList();
        if (misses) {
            missed.addAll(page.events().stream().filter(event -> !events.contains(event)).map(FicklePortal::number).toList());
        }
        events.forEach(event -> {
            shown.add(number(event));
            missed.remove(number(event));
        });
        // where it claims more than it shows, progress goes before settling
        return misses ? new EventPage(events, page.hasMore() || !late && random.nextBoolean()) : page;
    }

    void advance(int millis) {
        model.now = model.now.plusMillis(millis);
    }

    long nanos() {
        return model.now.toEpochMilli() * 1_000_000;
    }

    /** Of the row that it is, by which the model knows it whatever its id. */
    static Long number(Bitrix24ImEvent event) {
        return event.getMessageId();
    }
}

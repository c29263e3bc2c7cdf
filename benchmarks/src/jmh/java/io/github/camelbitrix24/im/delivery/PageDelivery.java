package io.github.camelbitrix24.im.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.camelbitrix24.im.bench.server.EventStock;
import io.github.camelbitrix24.im.budget.Backoff;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventPageReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What the bookkeeping of a page of 1000 events costs, per event, from the answer to the next acknowledgement. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(PageDelivery.EVENTS)
public class PageDelivery {

    static final int EVENTS = 1000;

    @Param({ "1", "16" })
    public int concurrency;

    private EventPage page;
    private DeliveryOptions options;

    @Setup
    public void read() throws IOException {
        byte[] body = EventStock.of(EVENTS, 1, 1).answer(0, EVENTS);
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            parser.nextToken();
            parser.nextToken();
            parser.nextToken();
            page = new EventPageReader().read(parser, body);
        }
        options = new DeliveryOptions(
                concurrency, false, EVENTS, EVENTS, 64 << 20, Duration.ofSeconds(2), Duration.ofSeconds(5), Backoff.REDELIVERY);
    }

    /** Ledger and lanes together, as a poll and its workers use them. */
    @Benchmark
    public GetRequest delivery() {
        long now = System.nanoTime();
        Delivery delivery = new Delivery(options, now);
        GetRequest request = delivery.nextRequest(now, false);
        delivery.receive(new Reading(request, page, Instant.now(), now, now), event -> false);
        for (Handout handout = delivery.take(now); handout != null; handout = delivery.take(now)) {
            delivery.done(handout);
        }
        GetRequest next = delivery.nextRequest(now, false);
        if (next == null || !next.acknowledges()) {
            throw new IllegalStateException("nothing to acknowledge: " + next);
        }
        return next;
    }

    /** The turns of the chats alone. */
    @Benchmark
    public long lanes() {
        Lanes lanes = new Lanes(options);
        HeldPage held = new HeldPages().begin(page);
        for (Bitrix24ImEvent event : page.events()) {
            lanes.add(new LaneEvent(event, new LedgerRow(event, 0, null), held));
        }
        long ids = 0;
        for (Handout handout = lanes.take(0); handout != null; handout = lanes.take(0)) {
            ids += handout.first().getId();
            lanes.done(handout);
        }
        return ids;
    }
}

package io.github.camelbitrix24.im.bench.drain;

import io.github.camelbitrix24.im.bench.Options;
import io.github.camelbitrix24.im.bench.measure.HeapWatch;
import io.github.camelbitrix24.im.bench.measure.Meter;
import io.github.camelbitrix24.im.bench.measure.Reading;
import io.github.camelbitrix24.im.bench.measure.Resident;

/** A process of its own that drains equal queues one after another and prints what each took. */
public final class DrainProcess {

    private DrainProcess() {
    }

    public static void main(String[] args) throws Exception {
        Options options = new Options(args);
        int events = options.required("events");
        HeapWatch heap = HeapWatch.start();
        try (Reader reader = Contender.of(options.text("contender", null)).reader()) {
            for (int i = 0; i < options.required("drains"); i++) {
                Reader.Portal portal = new Reader.Portal(options.text("url", null), options.required("user") + i);
                Tally tally = new Tally(events);
                heap.reset();
                Meter meter = Meter.start();
                reader.begin(portal, tally);
                tally.awaitComplete();
                Reading reading = meter.stop();
                reader.finish();
                double acknowledged = meter.seconds();
                System.out.printf("drained user=%d events=%d checksum=%d wall=%.3f acknowledged=%.3f cpu=%.3f allocated=%d"
                                  + " heapPeak=%d heapHeld=%d rss=%d%n",
                        portal.user(), events, tally.checksum(), reading.wall(), acknowledged, reading.cpu(),
                        reading.allocated(), heap.peak(), heap.held(), Resident.peak());
            }
        }
    }
}

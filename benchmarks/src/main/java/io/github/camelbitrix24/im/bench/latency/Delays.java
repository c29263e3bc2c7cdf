package io.github.camelbitrix24.im.bench.latency;

import java.util.Locale;
import java.util.stream.DoubleStream;

/** Seconds from being said to being heard, the shortest first. */
record Delays(double[] sorted) {

    static Delays of(DoubleStream seconds) {
        return new Delays(seconds.sorted().toArray());
    }

    double quantile(double part) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.round(part * (sorted.length - 1))];
    }

    String text(double part) {
        return sorted.length == 0 ? "-" : String.format(Locale.ROOT, "%.2f", quantile(part));
    }
}

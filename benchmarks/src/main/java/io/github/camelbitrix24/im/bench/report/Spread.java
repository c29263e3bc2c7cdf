package io.github.camelbitrix24.im.bench.report;

import java.util.Arrays;
import java.util.Collection;

/** The least, the middle and the greatest of what was measured in several rounds. */
public record Spread(double min, double median, double max) {

    public static Spread of(Collection<? extends Number> values) {
        double[] sorted = values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int n = sorted.length;
        if (n == 0) {
            return new Spread(Double.NaN, Double.NaN, Double.NaN);
        }
        double median = n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
        return new Spread(sorted[0], median, sorted[n - 1]);
    }

    public static Spread of(double... values) {
        return of(Arrays.stream(values).boxed().toList());
    }

    /** As {@code 1.20 (1.10-1.35)}. */
    public String text(int decimals) {
        if (Double.isNaN(median)) {
            return "-";
        }
        String format = "%." + decimals + "f";
        return String.format(format + " (" + format + "-" + format + ")", median, min, max);
    }
}

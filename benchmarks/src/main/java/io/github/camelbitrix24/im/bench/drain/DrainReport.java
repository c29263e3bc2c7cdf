package io.github.camelbitrix24.im.bench.drain;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

import io.github.camelbitrix24.im.bench.process.Figures;
import io.github.camelbitrix24.im.bench.report.Spread;
import io.github.camelbitrix24.im.bench.report.Table;

/** The tables of {@link DrainBench}: each figure as median (least-greatest), and each contender's ratio to the first. */
record DrainReport(
        List<Contender> contenders, Map<Contender, List<DrainBench.WholeProcess>> whole, Map<Contender, List<Figures>> warm,
        Map<Contender, Double> requests) {

    void print(PrintStream out) {
        if (!whole.isEmpty()) {
            out.println("Whole processes, in seconds; x: median of each round's ratio to " + contenders.get(0).title);
            Table table = new Table(
                    "", "wall", "x", "cpu (user+sys)", "x", "last event read", "peak memory MiB", "requests/1000");
            for (Contender contender : contenders) {
                table.row(contender.title, text(whole, contender, w -> w.process().wall(), 2),
                        ratio(whole, contender, w -> w.process().wall()), text(whole, contender, w -> w.process().cpu(), 2),
                        ratio(whole, contender, w -> w.process().cpu()), text(whole, contender, w -> w.drained().get("wall"), 2),
                        text(whole, contender, w -> w.drained().get("rss") / (1 << 20), 0),
                        String.format("%.2f", requests.get(contender)));
            }
            table.print(out);
        }
        if (!warm.isEmpty()) {
            out.println("The last of several drains in one process, per event");
            Table table = new Table(
                    "", "wall us", "x", "cpu us", "x", "allocated bytes", "x", "heap peak MiB", "after gc MiB", "requests/1000");
            for (Contender contender : contenders) {
                table.row(contender.title, text(warm, contender, d -> 1e6 * d.get("wall") / d.get("events"), 1),
                        ratio(warm, contender, d -> d.get("wall")), text(warm, contender, d -> 1e6 * d.get("cpu") / d.get("events"), 1),
                        ratio(warm, contender, d -> d.get("cpu")), text(warm, contender, d -> d.get("allocated") / d.get("events"), 0),
                        ratio(warm, contender, d -> d.get("allocated")),
                        text(warm, contender, d -> d.get("heapPeak") / (1 << 20), 0),
                        text(warm, contender, d -> d.get("heapHeld") / (1 << 20), 0),
                        String.format("%.2f", requests.get(contender)));
            }
            table.print(out);
        }
    }

    private static <T> String text(Map<Contender, List<T>> rounds, Contender contender, ToDoubleFunction<T> figure, int decimals) {
        return Spread.of(rounds.get(contender).stream().map(figure::applyAsDouble).toList()).text(decimals);
    }

    private <T> String ratio(Map<Contender, List<T>> rounds, Contender contender, ToDoubleFunction<T> figure) {
        List<T> first = rounds.get(contenders.get(0));
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < first.size(); i++) {
            ratios.add(figure.applyAsDouble(rounds.get(contender).get(i)) / figure.applyAsDouble(first.get(i)));
        }
        double median = Spread.of(ratios).median();
        return Double.isNaN(median) ? "-" : String.format("%.2f", median);
    }
}

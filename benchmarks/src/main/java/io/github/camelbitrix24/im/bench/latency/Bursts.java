package io.github.camelbitrix24.im.bench.latency;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.DoubleStream;

import io.github.camelbitrix24.im.bench.report.Spread;
import io.github.camelbitrix24.im.bench.report.Table;

/**
 * Conversations in bursts. Each listener has portals of its own, on which the same is said; several users of one portal
 * have different conversations at the same time.
 */
final class Bursts implements Scene {

    private final String title;
    private final BiFunction<Duration, Random, Script> script;
    private final Duration length;
    private final Map<Listening, List<Stage>> stages = new LinkedHashMap<>();

    Bursts(String title, BiFunction<Duration, Random, Script> script, Duration length, int portals, int usersOfEach) {
        this.title = title;
        this.script = script;
        this.length = length;
        for (Listening listening : Listening.values()) {
            List<Stage> same = new ArrayList<>();
            for (int portal = 0; portal < portals; portal++) {
                same.add(stage(portal, usersOfEach));
            }
            stages.put(listening, same);
        }
    }

    private Stage stage(int portal, int users) {
        Stage stage = Stage.inTheCloud(length);
        for (int user = 0; user < users; user++) {
            stage.conversation(script.apply(length, new Random(100L * portal + user)));
        }
        return stage;
    }

    @Override
    public List<Stage> stages() {
        return stages.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public List<AutoCloseable> listen() {
        List<AutoCloseable> listeners = new ArrayList<>();
        stages.forEach((listening, same) -> same.forEach(stage -> listeners.addAll(listening.begin(stage))));
        return listeners;
    }

    @Override
    public List<Conversation> ofComponent() {
        return conversations(stages.get(Listening.COMPONENT));
    }

    @Override
    public void report(PrintStream out) {
        out.printf("%s: %d messages, %d of them the first after silence%n%n", title,
                count(Conversation::delays), count(Conversation::afterSilence));
        Table table = new Table(
                "", "p50 s", "p95 s", "longest s", "first p50 s", "first p95 s", "requests a minute and user", "rejected");
        stages.forEach((listening, same) -> {
            List<Conversation> all = conversations(same);
            Delays first = Delays.of(all.stream().flatMapToDouble(Conversation::afterSilence));
            table.row(listening.title(), spread(all, Conversation::inBursts, 0.5), spread(all, Conversation::inBursts, 0.95),
                    spread(all, Conversation::inBursts, 1), first.text(0.5), first.text(0.95),
                    Spread.of(all.stream().map(Conversation::requestsPerMinute).toList()).text(1),
                    Long.toString(same.stream().mapToLong(Stage::rejected).sum()));
        });
        table.print(out);
    }

    private long count(Function<Conversation, DoubleStream> delays) {
        return ofComponent().stream().flatMapToDouble(delays).count();
    }

    private static List<Conversation> conversations(List<Stage> stages) {
        return stages.stream().flatMap(stage -> stage.conversations().stream()).toList();
    }

    /** Over the conversations. */
    private static String spread(
            List<Conversation> conversations, Function<Conversation, DoubleStream> delays, double part) {
        return Spread.of(conversations.stream().map(each -> Delays.of(delays.apply(each)).quantile(part)).toList()).text(2);
    }
}

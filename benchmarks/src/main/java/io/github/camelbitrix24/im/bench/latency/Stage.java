package io.github.camelbitrix24.im.bench.latency;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.RateLimit;

/** A portal of its own for one listener, with the request limit of a portal in the cloud; what is said is numbered. */
final class Stage implements AutoCloseable {

    static final long LISTENER = 7;

    private final PortalEmulator portal = PortalEmulator.builder().limitRate(RateLimit.STANDARD).start();
    private final EmulatedUser speaker;
    private final Map<String, Long> said = new ConcurrentHashMap<>();
    private final Map<String, Long> heard = new ConcurrentHashMap<>();

    Stage() {
        portal.user(LISTENER).named("Robin Service").subscribed();
        speaker = portal.user(12).named("Marco Silva");
        portal.chat("chat5").members(LISTENER, 12);
    }

    PortalEmulator portal() {
        return portal;
    }

    void say(int number) {
        String text = "message " + number;
        said.put(text, System.nanoTime());
        speaker.says("chat5", text);
    }

    void hear(String text) {
        heard.putIfAbsent(text, System.nanoTime());
    }

    boolean isComplete() {
        return heard.keySet().containsAll(said.keySet());
    }

    /** Seconds from each message being said to its being heard, the shortest first. */
    List<Double> delays() {
        Set<String> texts = said.keySet();
        return texts.stream().map(text -> (heard.get(text) - said.get(text)) / 1e9).sorted().toList();
    }

    int requests() {
        return portal.calls().size();
    }

    long limitErrors() {
        return portal.calls().stream().filter(call -> call.error().equals("QUERY_LIMIT_EXCEEDED")).count();
    }

    @Override
    public void close() {
        portal.close();
    }
}

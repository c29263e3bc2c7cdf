package io.github.camelbitrix24.im.bench.latency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.RateLimit;
import io.github.camelbitrix24.im.testkit.RecordedCall;

/** An emulated portal, and the conversations on it. */
final class Stage implements AutoCloseable {

    private final PortalEmulator portal;
    private final Duration length;
    private final List<Conversation> conversations = new ArrayList<>();
    private Map<Long, Long> requests = Map.of();
    private long rejected;

    Stage(RateLimit limit, Duration length) {
        this.portal = PortalEmulator.builder().limitRate(limit).start();
        this.length = length;
    }

    /** With the request limit of a portal in the cloud. */
    static Stage inTheCloud(Duration length) {
        return new Stage(RateLimit.STANDARD, length);
    }

    static Stage withoutLimit(Duration length) {
        return new Stage(RateLimit.NONE, length);
    }

    /** A conversation of two users that nobody else takes part in. */
    Conversation conversation(Script script) {
        int number = conversations.size();
        EmulatedUser listener = portal.user(100 + number).named("Robin Service").subscribed();
        EmulatedUser speaker = portal.user(1000 + number).named("Marco Silva");
        String dialogId = "chat" + (5 + number);
        portal.chat(dialogId).members(listener.id(), speaker.id());
        Conversation conversation = new Conversation(this, listener, speaker, dialogId, script);
        conversations.add(conversation);
        return conversation;
    }

    String url() {
        return portal.url();
    }

    Duration length() {
        return length;
    }

    List<Conversation> conversations() {
        return conversations;
    }

    /** All listen: requests count from now on. */
    void begins() {
        portal.clearCalls();
    }

    /** Requests count no more. */
    void ends() {
        List<RecordedCall> calls = portal.calls();
        requests = calls.stream().collect(Collectors.groupingBy(RecordedCall::userId, Collectors.counting()));
        rejected = calls.stream().filter(call -> call.error().equals("QUERY_LIMIT_EXCEEDED")).count();
    }

    long requests(long listener) {
        return requests.getOrDefault(listener, 0L);
    }

    long rejected() {
        return rejected;
    }

    @Override
    public void close() {
        portal.close();
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.List;

/** What applications have posted. */
final class Outbox {

    private final List<SentMessage> sent = new ArrayList<>();

    void add(SentMessage message) {
        sent.add(message);
    }

    void clear() {
        sent.clear();
    }

    List<SentMessage> sent() {
        return List.copyOf(sent);
    }
}

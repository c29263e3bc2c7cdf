package io.github.camelbitrix24.im.delivery;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The events of one chat that wait for each other, the first of them perhaps running.
 */
final class Lane {

    final Object key;
    final Deque<LaneEvent> waiting = new ArrayDeque<>();

    /** What is running, or has failed and is to be handed out again as it was. */
    Handout current;
    int failures;
    long failingSince;
    long retryAt;

    Lane(Object key) {
        this.key = key;
    }
}

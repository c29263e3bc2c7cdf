package io.github.camelbitrix24.im.delivery;

import java.util.List;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;

/**
 * What is given to a route at once: one event, or with batching several of one lane. Its outcome is reported exactly
 * once.
 */
public final class Handout {

    final Lane lane;
    final List<LaneEvent> parts;
    private final List<Bitrix24ImEvent> events;
    private final int attempt;

    Handout(Lane lane, List<LaneEvent> parts, int attempt) {
        this.lane = lane;
        this.parts = parts;
        this.events = parts.stream().map(part -> part.event).toList();
        this.attempt = attempt;
    }

    public List<Bitrix24ImEvent> events() {
        return events;
    }

    /**
     * The first event; there always is one.
     */
    public Bitrix24ImEvent first() {
        return events.get(0);
    }

    long highestId() {
        return parts.stream().mapToLong(part -> part.row.id).max().orElseThrow();
    }

    /**
     * How many times these events have been handed out, this time included.
     */
    public int attempt() {
        return attempt;
    }
}

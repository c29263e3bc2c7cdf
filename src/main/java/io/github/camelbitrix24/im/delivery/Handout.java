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
    private final int attempt;

    Handout(Lane lane, List<LaneEvent> parts, int attempt) {
        this.lane = lane;
        this.parts = parts;
        this.attempt = attempt;
    }

    public List<Bitrix24ImEvent> events() {
        return parts.size() == 1 ? List.of(first()) : parts.stream().map(part -> part.event).toList();
    }

    /**
     * The first event; there always is one.
     */
    public Bitrix24ImEvent first() {
        return parts.get(0).event;
    }

    long highestId() {
        long highest = Long.MIN_VALUE;
        for (LaneEvent part : parts) {
            highest = Math.max(highest, part.row.id);
        }
        return highest;
    }

    /**
     * How many times these events have been handed out, this time included.
     */
    public int attempt() {
        return attempt;
    }
}

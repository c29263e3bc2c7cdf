package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.Continuation;

/** {@code im.v2.Event.*}. */
final class EventMethods {

    private static final IntArgument OFFSET = new IntArgument("offset", 2, 0);
    private static final IntArgument LIMIT = new IntArgument("limit", 3, 100);
    private static final int LONGEST_PAGE = 1000;

    private final EventLog log;
    private final Behaviours behaviours;

    EventMethods(EventLog log, Behaviours behaviours) {
        this.log = log;
        this.behaviours = behaviours;
    }

    void addTo(MethodTable table) {
        table.controller("im.v2.Event").action("subscribe", this::subscribe).action("unsubscribe", this::unsubscribe)
                .action("get", this::get);
    }

    private Object subscribe(MethodCall call) {
        log.subscribe(call.userId());
        return true;
    }

    private Object unsubscribe(MethodCall call) {
        log.unsubscribe(call.userId());
        return true;
    }

    private Object get(MethodCall call) {
        return page(List.of(call.userId()), call);
    }

    /** @param queues whose rows, as if they were in one queue */
    Map<String, Object> page(List<Long> queues, MethodCall call) {
        long offset = OFFSET.bind(call.params());
        int limit = (int) Math.max(1, Math.min(LONGEST_PAGE, LIMIT.bind(call.params())));
        Page page = log.get(queues, offset, limit);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("events", page.rows());
        switch (behaviours.of(Continuation.class)) {
            case NEXT_OFFSET -> result.put("nextOffset", page.nextOffset());
            case LAST_EVENT_ID -> result.put("lastEventId", page.lastEventId());
        }
        result.put("hasMore", page.hasMore());
        return result;
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** The ids of all visible rows of all users; after a restored backup one may be in two queues. */
final class HeldIds {

    private final Map<Long, Integer> holders = new HashMap<>();

    void add(long id) {
        holders.merge(id, 1, Integer::sum);
    }

    void remove(Collection<Long> ids) {
        ids.forEach(id -> holders.computeIfPresent(id, (key, count) -> count == 1 ? null : count - 1));
    }

    boolean contains(long id) {
        return holders.containsKey(id);
    }
}

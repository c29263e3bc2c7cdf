package io.github.camelbitrix24.im.bench.server;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;

/** The users of all portals that are served. A user is there as soon as somebody asks for him. */
final class Queues {

    record User(UserQueue queue, AtomicLong requests) {
    }

    private final BiFunction<String, Long, UserQueue> made;
    private final Map<String, User> users = new ConcurrentHashMap<>();

    /**
     * @param made makes the queue of a user, given the portal's host and his id
     */
    Queues(BiFunction<String, Long, UserQueue> made) {
        this.made = made;
    }

    Collection<User> all() {
        return users.values();
    }

    User user(String portal, long id) {
        return users.computeIfAbsent(portal + "/" + id, key -> new User(made.apply(portal, id), new AtomicLong()));
    }
}

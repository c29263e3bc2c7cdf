package io.github.camelbitrix24.im.testkit;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** The users of the portal. */
final class Directory {

    private static final AtomicLong PORTALS = new AtomicLong();
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final PortalState portal;
    private final Map<Long, EmulatedUser> users = new TreeMap<>();
    private final long seed = PORTALS.incrementAndGet();

    Directory(PortalState portal) {
        this.portal = portal;
    }

    EmulatedUser user(long id) {
        if (id <= 0) {
            throw new IllegalArgumentException("Users have positive ids, not " + id);
        }
        return users.computeIfAbsent(id, key -> new EmulatedUser(portal, key, secret(seed * 1_000_003 + key)));
    }

    Optional<EmulatedUser> find(long id) {
        return Optional.ofNullable(users.get(id));
    }

    Collection<EmulatedUser> all() {
        return users.values();
    }

    /** For paths in which a secret stands where none is expected. */
    String masked(String path) {
        String masked = path;
        for (EmulatedUser user : users.values()) {
            masked = masked.replace(user.secret, "****");
        }
        return masked;
    }

    static String secret(long seed) {
        return PortalEmulator.SECRET_MARK + random(seed);
    }

    static String random(long seed) {
        return new Random(seed).ints(12, 0, ALPHABET.length())
                .collect(StringBuilder::new, (text, at) -> text.append(ALPHABET.charAt(at)), StringBuilder::append).toString();
    }
}

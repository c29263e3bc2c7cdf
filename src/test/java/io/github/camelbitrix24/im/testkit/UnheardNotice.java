package io.github.camelbitrix24.im.testkit;

import java.lang.System.Logger.Level;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Points out, once for each user, that nobody is told because nobody has subscribed so far. */
final class UnheardNotice {

    private static final System.Logger LOG = System.getLogger(PortalEmulator.class.getName());
    private static final int MOST_NAMED = 10;

    private final PortalState portal;
    private final Set<Long> told = new HashSet<>();

    UnheardNotice(PortalState portal) {
        this.portal = portal;
    }

    /** @param readers who would get the event if they were subscribed */
    void nobodyIsTold(EmulatedChat chat, List<Long> readers) {
        if (portal.log.wasEverSubscribed() || !portal.bots.all().isEmpty()) {
            return;
        }
        List<Long> unheard = readers.stream().distinct().filter(told::add).toList();
        if (!unheard.isEmpty()) {
            LOG.log(Level.INFO, () -> "Nobody has subscribed to events so far: what happens in "
                                      + (chat.isPrivate() ? "a private chat" : "chat" + chat.id) + " is recorded neither for "
                                      + names(unheard)
                                      + ", and no route will ever get it. In a test, wait for portal.await(p -> p.subscribed("
                                      + unheard.get(unheard.size() - 1)
                                      + "), ...) before something is said, or subscribe with portal.user("
                                      + unheard.get(unheard.size() - 1) + ").subscribed()");
        }
    }

    private static String names(List<Long> users) {
        return users.stream().limit(MOST_NAMED).map(id -> "user " + id).collect(Collectors.joining(" nor "))
               + (users.size() > MOST_NAMED ? " nor " + (users.size() - MOST_NAMED) + " others" : "");
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.List;

/** The state of a portal for people who read failed tests. */
final class Description {

    private static final int SHOWN_CALLS = 20;
    private static final int SHOWN_IDS = 10;

    private Description() {
    }

    static String of(PortalState portal) {
        StringBuilder text = new StringBuilder(portal.url()).append('\n');
        portal.log.userIds().forEach(id -> {
            EventQueue queue = portal.log.settled(id);
            text.append("  ").append(portal.bots.find(id).map(bot -> "bot " + id + " " + bot.code())
                    .orElse("user " + id + (portal.log.isSubscribed(id) ? ", subscribed" : ", not subscribed")));
            ids(text, "pending", queue.pending());
            ids(text, "acknowledged", queue.acknowledged);
            ids(text, "lost", queue.lost);
            ids(text, "purged", queue.purged);
            text.append('\n');
        });
        portal.journal.last(SHOWN_CALLS).forEach(call -> text.append("  ").append(call).append('\n'));
        return text.toString();
    }

    private static void ids(StringBuilder text, String what, List<Long> ids) {
        if (!ids.isEmpty()) {
            List<Long> last = ids.subList(Math.max(0, ids.size() - SHOWN_IDS), ids.size());
            text.append(", ").append(ids.size()).append(' ').append(what).append(' ')
                    .append(last.size() < ids.size() ? "… " : "").append(last);
        }
    }
}

package io.github.camelbitrix24.im.testkit.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.PortalView;
import io.github.camelbitrix24.im.testkit.http.Reply;

/** What there is to see. */
final class Looking {

    private static final Set<String> NOTHING = Set.of();
    private static final int SHOWN = 60;
    private static final int MOST = 1000;

    private final PortalEmulator portal;
    private final PortalView view;
    private final Happenings happenings;

    Looking(PortalEmulator portal, Happenings happenings) {
        this.portal = portal;
        this.view = portal.view();
        this.happenings = happenings;
    }

    void addTo(Calls calls) {
        calls.look("people", NOTHING, given -> view.people())
                .look("chats", Set.of("as"), given -> view.chats(given.person()))
                .look("messages", Set.of("as", "dialog", "last"), this::messages)
                .look("typing", Set.of("as", "dialog"), given -> view.typing(given.person(), given.dialog()))
                .look("queues", Set.of("queue", "last"), this::queues)
                .look("requests", Set.of("last"), this::requests)
                .look("sent", NOTHING, given -> portal.sent())
                .look("clock", NOTHING, given -> clock())
                .look("happenings", NOTHING, given -> happenings.all())
                .look("file", Set.of("as", "id"), given -> new Reply.Whole(new Downloads(portal).answer(given)))
                .look("changes", NOTHING, given -> ChangeStream.of(view))
                .look("state", Set.of("as", "dialog", "queue", "last"), this::state);
    }

    /** All that the page shows at a time. */
    private Object state(Arguments given) {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("version", view.version());
        state.put("url", portal.url());
        state.put("clock", clock());
        state.put("people", view.people());
        if (given.optionalNumber("as").isPresent()) {
            state.put("chats", view.chats(given.person()));
            state.put("messages", given.optionalText("dialog").isPresent() ? messages(given) : List.of());
            state.put("typing", given.optionalText("dialog").isPresent()
                    ? view.typing(given.person(), given.dialog()) : List.of());
        }
        state.put("queues", queues(given));
        state.put("requests", requests(given));
        state.put("happenings", happenings.all());
        return state;
    }

    private Object messages(Arguments given) {
        return view.messages(given.person(), given.dialog(), given.count("last", SHOWN, MOST));
    }

    private Object queues(Arguments given) {
        int last = given.count("last", SHOWN, MOST);
        return given.optionalNumber("queue").map(id -> view.queues(id, last)).orElseGet(() -> view.queues(last));
    }

    private Object requests(Arguments given) {
        return view.requests(given.count("last", SHOWN, MOST));
    }

    private Object clock() {
        return Map.of("now", portal.clock().now(), "frozen", portal.clock().isFrozen());
    }
}

package io.github.camelbitrix24.im.delivery;

import java.util.ArrayList;
import java.util.List;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;

/**
 * The memory that the events in our hands take. Not thread-safe.
 */
final class HeldPages {

    private final List<HeldPage> pages = new ArrayList<>();
    private long bytes;

    /** A page that has come, of which nothing is in our hands yet. */
    HeldPage begin(EventPage page) {
        HeldPage held = new HeldPage(this, page.events().stream().mapToLong(Bitrix24ImEvent::getSize).sum());
        pages.add(held);
        return held;
    }

    /** Lets go of the pages of which little is left in our hands. */
    void tidy() {
        pages.forEach(HeldPage::letGoIfMostlyDone);
        pages.removeIf(page -> !page.isHeld());
    }

    void add(long more) {
        bytes += more;
    }

    long bytes() {
        return bytes;
    }
}

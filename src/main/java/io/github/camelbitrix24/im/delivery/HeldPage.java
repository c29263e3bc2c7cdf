package io.github.camelbitrix24.im.delivery;

import java.util.ArrayList;
import java.util.List;

/**
 * The memory that one page takes: all of its bytes as long as one event in our hands is a part of them, and the bytes
 * of those that were taken out of it.
 */
final class HeldPage {

    private final HeldPages pages;
    private final long size;
    private final List<LaneEvent> events = new ArrayList<>();
    private int holding;
    private long holdingBytes;

    HeldPage(HeldPages pages, long size) {
        this.pages = pages;
        this.size = size;
    }

    void enter(LaneEvent event) {
        events.add(event);
        holdingBytes += event.row.size;
        if (holding++ == 0) {
            pages.add(size);
        }
    }

    void leave(LaneEvent event) {
        holdingBytes -= event.row.size;
        if (--holding == 0) {
            pages.add(-size);
        }
    }

    void enterApart(LaneEvent event) {
        pages.add(event.row.size);
    }

    void leaveApart(LaneEvent event) {
        pages.add(-event.row.size);
    }

    /** Takes out what is left, if that is less than half of the page. */
    void letGoIfMostlyDone() {
        if (holding > 0 && holdingBytes * 2 < size) {
            events.forEach(LaneEvent::keepApart);
        }
    }

    boolean isHeld() {
        return holding > 0;
    }
}

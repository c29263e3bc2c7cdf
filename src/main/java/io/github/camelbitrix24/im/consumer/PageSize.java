package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.delivery.GetRequest;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventPage;

/**
 * How many events to ask for at once, while the portal is slow or its events are long: half after each page that was
 * too much, double after each that was not.
 */
final class PageSize {

    /** A portal that is late for this many is late for fewer, too. */
    private static final int LEAST_FOR_SLOW_PORTAL = 50;

    private final long maxResponseSize;
    private int most = Integer.MAX_VALUE;

    /**
     * @param maxResponseSize how many bytes an answer may have
     */
    PageSize(long maxResponseSize) {
        this.maxResponseSize = maxResponseSize;
    }

    GetRequest fit(GetRequest wanted) {
        return wanted.atMost(most);
    }

    void answered(GetRequest request, EventPage page) {
        if (!page.hasMore()) {
            most = Integer.MAX_VALUE;
        } else if (request.readsOn() && most < Integer.MAX_VALUE && leavesRoom(page)) {
            most = Math.max(most, (int) Math.min(Integer.MAX_VALUE, 2L * request.limit()));
        }
    }

    private boolean leavesRoom(EventPage page) {
        return page.events().stream().mapToLong(Bitrix24ImEvent::getSize).sum() * 2 <= maxResponseSize;
    }

    /**
     * @return whether fewer events are worth a try
     */
    boolean tooLate(GetRequest request) {
        return shrink(request, LEAST_FOR_SLOW_PORTAL);
    }

    /**
     * @return whether fewer events are worth a try
     */
    boolean tooLarge(GetRequest request) {
        return shrink(request, 1);
    }

    private boolean shrink(GetRequest request, int least) {
        boolean worth = request.limit() > least;
        if (worth) {
            most = Math.max(least, request.limit() / 2);
        }
        return worth;
    }
}

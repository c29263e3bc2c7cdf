package io.github.camelbitrix24.im.delivery;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventMemory;

/**
 * An event in a lane, with its row in the ledger.
 */
final class LaneEvent {

    final Bitrix24ImEvent event;
    final LedgerRow row;
    private final HeldPage page;
    private boolean done;
    private boolean apart;

    LaneEvent(Bitrix24ImEvent event, LedgerRow row, HeldPage page) {
        this.event = event;
        this.row = row;
        this.page = page;
        page.enter(this);
    }

    /** Whether it holds the whole page that it came with. */
    boolean isHoldingPage() {
        return !done && !apart;
    }

    void keepApart() {
        if (isHoldingPage()) {
            page.leave(this);
            apart = true;
            page.enterApart(this);
            EventMemory.keepApart(event);
        }
    }

    void done() {
        if (apart) {
            page.leaveApart(this);
        } else {
            page.leave(this);
        }
        done = true;
    }
}

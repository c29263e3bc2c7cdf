package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;

/**
 * Tells Camel's event notifiers, once for each time, that a route was to post more messages in a dialog than the option
 * {@code maxRepliesPerDialog} allows: two machines may be answering each other.
 */
public final class Bitrix24ImLoopEvent extends UserEvent {

    private static final long serialVersionUID = 1L;

    private final String dialogId;
    private final int limit;

    public Bitrix24ImLoopEvent(CamelContext context, ReaderName sender, String dialogId, int limit) {
        super(context, sender);
        this.dialogId = dialogId;
        this.limit = limit;
    }

    /**
     * The dialog: {@code chat5}, or a user's id.
     */
    public String getDialogId() {
        return dialogId;
    }

    /**
     * How many messages within a minute are allowed.
     */
    public int getLimit() {
        return limit;
    }

    @Override
    public String toString() {
        return "More than " + limit + " messages within a minute were to be posted in the dialog " + dialogId + " by "
               + reader();
    }
}

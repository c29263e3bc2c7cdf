package io.github.camelbitrix24.im;

import org.apache.camel.CamelException;

/**
 * More messages were to be posted in a dialog within a minute than the option {@code maxRepliesPerDialog} allows, most
 * likely because two machines answer each other. The message was not posted, and will not be when its event comes
 * again.
 */
public class Bitrix24ImLoopException extends CamelException {

    private static final long serialVersionUID = 1L;

    private final String dialogId;
    private final int limit;

    Bitrix24ImLoopException(String dialogId, int limit) {
        super("More than " + limit + " messages within a minute were to be posted in the dialog " + dialogId
              + ": two machines may be answering each other. Do not answer bots, or raise the option maxRepliesPerDialog.");
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
}

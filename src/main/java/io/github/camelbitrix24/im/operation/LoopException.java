package io.github.camelbitrix24.im.operation;

/**
 * More was to be posted in a dialog within a minute than its route allows: two machines may be answering each other.
 */
public final class LoopException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String dialogId;
    private final int limit;
    private final boolean first;

    LoopException(String dialogId, int limit, boolean first) {
        super("More than " + limit + " messages a minute for the dialog " + dialogId);
        this.dialogId = dialogId;
        this.limit = limit;
        this.first = first;
    }

    public String dialogId() {
        return dialogId;
    }

    public int limit() {
        return limit;
    }

    /** Whether it is the first time since this dialog was quiet enough. */
    public boolean isFirst() {
        return first;
    }
}

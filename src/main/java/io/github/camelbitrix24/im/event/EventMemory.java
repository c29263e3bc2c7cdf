package io.github.camelbitrix24.im.event;

/**
 * What an event holds in memory. An event is a part of the page that brought it, and holds all of it.
 */
public final class EventMemory {

    private EventMemory() {
    }

    /**
     * Lets the event hold its own bytes only, and nothing that was read from them.
     */
    public static void keepApart(Bitrix24ImEvent event) {
        event.keepApart();
    }

    /**
     * A number that two events share only if the portal wrote the same: id, type, date and data.
     */
    public static long fingerprint(Bitrix24ImEvent event) {
        return event.fingerprint();
    }
}

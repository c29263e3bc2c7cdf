package io.github.camelbitrix24.im.observe;

/**
 * Under which names all rooms write their logs: those of the classes that users know.
 */
public final class LogName {

    private static final String COMPONENT = "io.github.camelbitrix24.im.";

    /** Of whatever concerns the reading of a user's events by a route. */
    public static final String CONSUMER = COMPONENT + "Bitrix24ImConsumer";

    /** Of whatever concerns events that are received on demand. */
    public static final String POLLING_CONSUMER = COMPONENT + "Bitrix24ImPollingConsumer";

    /** Of whatever concerns what producers do. */
    public static final String PRODUCER = COMPONENT + "Bitrix24ImProducer";

    private LogName() {
    }
}

package io.github.camelbitrix24.im.bench.drain;

/** A way to read a queue until it is empty. */
interface Reader extends AutoCloseable {

    /**
     * Begins to read the queue of a user, and acknowledges what was read.
     *
     * @param tally is told of every event
     */
    void begin(Portal portal, Tally tally) throws Exception;

    /** Returns when everything that was read is acknowledged. */
    void finish() throws Exception;

    @Override
    void close() throws Exception;

    /** Where the queue is. */
    record Portal(String url, long user) {

        static final String SECRET = "benchmark";

        String method(String name) {
            return url + "/rest/" + user + "/" + SECRET + "/" + name;
        }
    }
}

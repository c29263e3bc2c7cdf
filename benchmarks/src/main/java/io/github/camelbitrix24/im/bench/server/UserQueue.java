package io.github.camelbitrix24.im.bench.server;

/**
 * The recorded events of one user.
 */
interface UserQueue {

    /**
     * Forgets what is below the offset, and answers with what is left, from the lowest id on.
     *
     * @param offset 0 or less forgets nothing
     * @param limit  from 1 to 1000
     */
    Page get(long offset, int limit);

    /** What the user has acknowledged: every id below this. */
    long acknowledged();
}

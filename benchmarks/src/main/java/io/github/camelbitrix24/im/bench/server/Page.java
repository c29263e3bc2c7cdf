package io.github.camelbitrix24.im.bench.server;

/**
 * The events of an answer, as a stretch of bytes, and what the portal says about them.
 */
record Page(byte[] bytes, int from, int length, long nextOffset, boolean hasMore) {

    static Page empty(long rawOffset) {
        return new Page(new byte[0], 0, 0, rawOffset, false);
    }
}

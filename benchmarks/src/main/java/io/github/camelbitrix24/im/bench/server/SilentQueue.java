package io.github.camelbitrix24.im.bench.server;

/** A queue in which nothing is ever recorded. */
final class SilentQueue implements UserQueue {

    @Override
    public Page get(long offset, int limit) {
        return Page.empty(offset);
    }

    @Override
    public long acknowledged() {
        return 0;
    }
}

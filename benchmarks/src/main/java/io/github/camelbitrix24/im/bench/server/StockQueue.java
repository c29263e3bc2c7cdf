package io.github.camelbitrix24.im.bench.server;

/** A queue that holds the whole stock at first, and gets no more. */
final class StockQueue implements UserQueue {

    private final EventStock stock;
    private long acknowledged;

    StockQueue(EventStock stock) {
        this.stock = stock;
    }

    @Override
    public synchronized Page get(long offset, int limit) {
        acknowledged = Math.max(acknowledged, offset);
        int from = stock.indexOf(acknowledged);
        int to = Math.min(stock.size(), from + limit);
        return stock.page(from, to, offset, to - from >= limit);
    }

    @Override
    public synchronized long acknowledged() {
        return acknowledged;
    }
}

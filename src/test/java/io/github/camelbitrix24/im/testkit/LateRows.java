package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that have their ids but are not visible to {@code im.v2.Event.get} yet, as those of a writer that has not
 * committed: readers may get, and acknowledge, higher ids before them. Closing commits.
 */
public final class LateRows implements AutoCloseable {

    private final Monitor monitor;
    private final EventLog log;
    private final Instant due;
    private final List<Row> rows = new ArrayList<>();
    private final List<Long> ids = new ArrayList<>();

    LateRows(Monitor monitor, EventLog log, Instant due) {
        this.monitor = monitor;
        this.log = log;
        this.due = due;
    }

    public List<Long> ids() {
        return monitor.read(() -> List.copyOf(ids));
    }

    /** Makes the rows visible. */
    public void commit() {
        monitor.run(() -> {
            rows.forEach(log::makeVisible);
            end();
        });
    }

    /** Takes the rows back: their ids stay a gap. */
    public void rollBack() {
        monitor.run(this::end);
    }

    @Override
    public void close() {
        commit();
    }

    void add(Row row) {
        rows.add(row);
        ids.add(row.id);
    }

    void commitIfDue(Instant now) {
        if (!now.isBefore(due)) {
            commit();
        }
    }

    private void end() {
        rows.clear();
        log.forget(this);
    }
}

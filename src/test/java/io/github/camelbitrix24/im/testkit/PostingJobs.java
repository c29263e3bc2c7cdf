package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.List;

import io.github.camelbitrix24.im.testkit.Behaviour.PostedEvents;

/**
 * When the events of what is posted are recorded. What people say is recorded at once; what an application posts is
 * too, or after it has its answer, or when a test lets it.
 */
final class PostingJobs {

    private final PortalState portal;
    private final ThreadLocal<List<Runnable>> afterAnswer = new ThreadLocal<>();
    private HeldEvents holder;

    PostingJobs(PortalState portal) {
        this.portal = portal;
    }

    /** The calling thread answers a call of an application from here on, until {@link #answered()}. */
    void callBegins() {
        afterAnswer.set(new ArrayList<>());
    }

    void answered() {
        List<Runnable> jobs = afterAnswer.get();
        afterAnswer.remove();
        if (jobs != null && !jobs.isEmpty()) {
            portal.monitor.run(() -> jobs.forEach(Runnable::run));
        }
    }

    void record(Runnable job) {
        List<Runnable> later = afterAnswer.get();
        if (later == null) {
            job.run();
        } else if (holder != null) {
            holder.add(job);
        } else if (portal.behaviours.is(PostedEvents.AFTER_ANSWER)) {
            later.add(job);
        } else {
            job.run();
        }
    }

    HeldEvents hold() {
        holder = new HeldEvents(portal.monitor, this);
        return holder;
    }

    void letGo(HeldEvents held) {
        holder = holder == held ? null : holder;
    }
}

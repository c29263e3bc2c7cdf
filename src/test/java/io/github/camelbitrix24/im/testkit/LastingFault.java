package io.github.camelbitrix24.im.testkit;

/** A fault that all calls of a method meet until it is closed. */
public final class LastingFault implements AutoCloseable {

    private final FaultPlan plan;
    private final String method;
    private final Fault fault;

    LastingFault(FaultPlan plan, String method, Fault fault) {
        this.plan = plan;
        this.method = method;
        this.fault = fault;
    }

    String method() {
        return method;
    }

    Fault fault() {
        return fault;
    }

    /** Whether it is still there: neither closed nor healed. */
    public boolean goesOn() {
        return plan.has(this);
    }

    @Override
    public void close() {
        plan.end(this);
    }
}

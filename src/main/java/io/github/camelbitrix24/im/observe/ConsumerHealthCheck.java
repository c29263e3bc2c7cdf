package io.github.camelbitrix24.im.observe;

import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * The health of a consumer: what Camel says of every poller, and beyond that what the state of ours means.
 */
public final class ConsumerHealthCheck extends ScheduledPollConsumerHealthCheck {

    private final WatchedConsumer consumer;

    public ConsumerHealthCheck(ScheduledPollConsumer poller, WatchedConsumer consumer) {
        super(poller, "consumer:" + poller.getRouteId());
        this.consumer = consumer;
    }

    @Override
    public Result call(Map<String, Object> options) {
        Result camel = super.call(options);
        if (!isEnabled()) {
            return camel;
        }
        ConsumerFacts facts = consumer.facts();
        Diagnosis diagnosis = Diagnosis.of(facts);
        HealthCheckResultBuilder result = HealthCheckResultBuilder.on(this).details(camel.getDetails());
        result.state(consumer.isUp(facts, diagnosis) ? State.UP : State.DOWN);
        if (result.state() != State.UP) {
            // without the exception, whose stack trace would be logged at each probe
            result.message(consumer.name() + ": " + diagnosis.sentence());
        }
        ReaderName name = consumer.name();
        add(result, "consumer.portal", name.portal());
        add(result, "consumer.user", name.user());
        add(result, "consumer.check", consumer.lastCheck());
        addState(result, facts, diagnosis);
        addFigures(result, facts);
        return result.build();
    }

    private static void addState(HealthCheckResultBuilder result, ConsumerFacts facts, Diagnosis diagnosis) {
        add(result, "consumer.state", diagnosis.state().name());
        add(result, "consumer.reason", diagnosis.reason());
        add(result, "consumer.code", diagnosis.code());
        add(result, "consumer.advice", diagnosis.advice());
        add(result, "consumer.lag.seconds", facts.lag().toSeconds());
        if (facts.sinceSuccess() != null) {
            add(result, "consumer.last.poll.seconds", facts.sinceSuccess().toSeconds());
        }
    }

    private static void addFigures(HealthCheckResultBuilder result, ConsumerFacts facts) {
        add(result, "consumer.in.flight", facts.delivery().inFlight());
        add(result, "consumer.lanes", facts.delivery().lanes());
        add(result, "consumer.taken.away", facts.queue().takenAway());
        add(result, "consumer.not.deleted", facts.queue().returned());
        add(result, "consumer.unreadable", facts.queue().unreadable());
        if (facts.delivery().oldest() != null) {
            add(result, "consumer.oldest.unacknowledged.id", facts.delivery().oldest().id());
        }
        if (facts.delivery().failing() != null) {
            add(result, "consumer.failing.id", facts.delivery().failing().id());
            add(result, "consumer.failing.attempts", facts.delivery().failing().attempts());
        }
    }

    private static void add(HealthCheckResultBuilder result, String key, Object value) {
        if (value != null) {
            result.detail(key, value);
        }
    }
}

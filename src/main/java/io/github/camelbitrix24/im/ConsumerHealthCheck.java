package io.github.camelbitrix24.im;

import java.util.Map;

import org.apache.camel.health.HealthCheckResultBuilder;
import org.apache.camel.support.ScheduledPollConsumerHealthCheck;

/**
 * The health of a consumer: what Camel says of every poller, and beyond that what the state of ours means.
 */
final class ConsumerHealthCheck extends ScheduledPollConsumerHealthCheck {

    private final Bitrix24ImConsumer consumer;

    ConsumerHealthCheck(Bitrix24ImConsumer consumer) {
        super(consumer, "consumer:" + consumer.getRouteId());
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
        result.state(state(camel, facts, diagnosis));
        if (result.state() != State.UP) {
            result.message(diagnosis.sentence());
            result.error(camel.getError().orElse(null));
        }
        addDetails(result, facts, diagnosis);
        return result.build();
    }

    private static State state(Result camel, ConsumerFacts facts, Diagnosis diagnosis) {
        // to Camel a first poll that only subscribes makes a consumer ready
        boolean neverReady = facts.sinceSuccess() == null && !facts.paused();
        if (diagnosis.down() || neverReady) {
            return State.DOWN;
        }
        return diagnosis.isWaiting() ? State.UP : camel.getState();
    }

    private static void addDetails(HealthCheckResultBuilder result, ConsumerFacts facts, Diagnosis diagnosis) {
        add(result, "consumer.state", diagnosis.state().name());
        add(result, "consumer.reason", diagnosis.reason());
        add(result, "consumer.code", diagnosis.code());
        add(result, "consumer.advice", diagnosis.advice());
        add(result, "consumer.lag.seconds", facts.lag().toSeconds());
        add(result, "consumer.in.flight", facts.delivery().inFlight());
        add(result, "consumer.lanes", facts.delivery().lanes());
        add(result, "consumer.taken.away", facts.eventsTakenAway());
        if (facts.delivery().oldest() != null) {
            add(result, "consumer.oldest.unacknowledged.id", facts.delivery().oldest().id());
        }
        if (facts.delivery().failing() != null) {
            add(result, "consumer.failing.id", facts.delivery().failing().id());
            add(result, "consumer.failing.attempts", facts.delivery().failing().attempts());
        }
        if (facts.sinceSuccess() != null) {
            add(result, "consumer.last.poll.seconds", facts.sinceSuccess().toSeconds());
        }
    }

    private static void add(HealthCheckResultBuilder result, String key, Object value) {
        if (value != null) {
            result.detail(key, value);
        }
    }
}

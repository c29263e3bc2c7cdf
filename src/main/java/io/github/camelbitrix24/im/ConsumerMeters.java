package io.github.camelbitrix24.im;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The figures of a running consumer as meters of each {@link MeterRegistry} in Camel's registry. The only class that
 * knows Micrometer.
 */
final class ConsumerMeters extends ServiceSupport {

    private final ManagedEventConsumer consumer;
    private final List<Runnable> removals = new ArrayList<>();

    ConsumerMeters(ManagedEventConsumer consumer) {
        this.consumer = consumer;
    }

    @Override
    protected void doStart() {
        CamelContext context = consumer.getEndpoint().getCamelContext();
        // named and spelled as those of camel-micrometer
        Tags tags = Tags.of(
                "camelContext", context.getName(), "routeId", Objects.toString(consumer.getRouteId(), ""),
                "portal", consumer.credentials().portal().host());
        for (MeterRegistry registry : context.getRegistry().findByType(MeterRegistry.class)) {
            for (Meter meter : register(registry, tags)) {
                removals.add(() -> registry.remove(meter));
            }
        }
    }

    private List<Meter> register(MeterRegistry registry, Tags tags) {
        return List.of(
                TimeGauge.builder("camel.bitrix24.im.lag", consumer, TimeUnit.SECONDS, ManagedEventConsumer::getLagSeconds)
                        .description("The age, by the portal's clock, of the oldest event that is not acknowledged")
                        .tags(tags).register(registry),
                Gauge.builder("camel.bitrix24.im.events.inflight", consumer, ManagedEventConsumer::getEventsInFlight)
                        .description("How many events were received and are not done")
                        .tags(tags).register(registry),
                FunctionCounter
                        .builder("camel.bitrix24.im.redeliveries", consumer, ManagedEventConsumer::getEventRedeliveries)
                        .description("How many times the route was offered something again after it had failed")
                        .tags(tags).register(registry),
                FunctionCounter
                        .builder("camel.bitrix24.im.throttled", consumer, from -> from.getThrottledMillis() / 1000.0)
                        .description("How long requests to this portal, of all who make them, had to wait for its budget")
                        .baseUnit("seconds").tags(tags).register(registry));
    }

    @Override
    protected void doStop() {
        removals.forEach(Runnable::run);
        removals.clear();
    }
}

package io.github.camelbitrix24.im.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import org.apache.camel.CamelContext;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of a running consumer as meters of each {@link MeterRegistry} in Camel's registry. The only class that
 * knows Micrometer.
 */
final class ConsumerMeters extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final WatchedConsumer consumer;
    private final CamelContext context;
    private final List<Runnable> removals = new ArrayList<>();

    ConsumerMeters(CamelContext context, WatchedConsumer consumer) {
        this.context = context;
        this.consumer = consumer;
    }

    @Override
    protected void doStart() {
        // named and spelled as those of camel-micrometer; a user's queue has one reader, also where a route has no id
        Tags tags = Tags.of(
                "camelContext", context.getName(), "routeId", Objects.toString(consumer.name().routeId(), ""),
                "portal", consumer.name().portal(), "user", consumer.name().user());
        for (MeterRegistry registry : context.getRegistry().findByType(MeterRegistry.class)) {
            try {
                register(registry, tags);
            } catch (RuntimeException | Error e) {
                LOG.warn("{} is not measured by {}: {}", consumer.name(), registry.getClass().getName(), OneLine.of(e));
            }
        }
    }

    private void register(MeterRegistry registry, Tags tags) {
        added(registry, Gauge.builder("camel.bitrix24.im.up", consumer, from -> from.isUp() ? 1 : 0)
                .description("1 while the consumer does its work, 0 while its health check is down")
                .tags(tags).register(registry));
        added(registry, seconds("last.poll", from -> from.facts().lookedAgo().toSeconds())
                .description("How long ago the last poll succeeded, or the consumer was started while none has")
                .tags(tags).register(registry));
        added(registry, seconds("lag", from -> from.facts().lag().toSeconds())
                .description("The age, by the portal's clock, of the oldest event that is not acknowledged; while polls do not"
                             + " succeed at least the time since the last that did")
                .tags(tags).register(registry));
        added(registry, Gauge.builder("camel.bitrix24.im.events.inflight", consumer, from -> from.facts().delivery().inFlight())
                .description("How many events were received and are not done")
                .tags(tags).register(registry));
        added(registry, FunctionCounter
                .builder("camel.bitrix24.im.events.unreadable", consumer, from -> from.facts().queue().unreadable())
                .description("How many events came without an id that can be read, so that they cannot be routed")
                .tags(tags).register(registry));
        for (LeftOut reason : LeftOut.values()) {
            added(registry, FunctionCounter
                    .builder("camel.bitrix24.im.events.leftout", consumer, from -> from.leftOut().count(reason))
                    .description("How many events came that the route does not get, because of its options")
                    .tags(tags.and("reason", reason.name().toLowerCase(Locale.ROOT))).register(registry));
        }
        added(registry, FunctionCounter
                .builder("camel.bitrix24.im.redeliveries", consumer, from -> from.facts().delivery().redeliveries())
                .description("How many times the route was offered something again after it had failed")
                .tags(tags).register(registry));
        added(registry, FunctionCounter
                .builder("camel.bitrix24.im.throttled", consumer, from -> from.calls().budget().waited().toMillis() / 1000.0)
                .description("How long requests to this portal, of all who make them, had to wait for its budget")
                .baseUnit("seconds").tags(tags).register(registry));
    }

    private TimeGauge.Builder<WatchedConsumer> seconds(String name, ToDoubleFunction<WatchedConsumer> value) {
        return TimeGauge.builder("camel.bitrix24.im." + name, consumer, TimeUnit.SECONDS, value);
    }

    private void added(MeterRegistry registry, Meter meter) {
        removals.add(() -> registry.remove(meter));
    }

    @Override
    protected void doStop() {
        for (Runnable removal : removals) {
            try {
                removal.run();
            } catch (RuntimeException | Error e) {
                LOG.warn("A meter of {} could not be removed: {}", consumer.name(), OneLine.of(e));
            }
        }
        removals.clear();
    }
}

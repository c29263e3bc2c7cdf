package io.github.camelbitrix24.im;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.consumer.ReaderRegistry;
import io.github.camelbitrix24.im.inquiry.Subject.Need;
import io.github.camelbitrix24.im.inquiry.Subject.Observed;
import io.github.camelbitrix24.im.observe.ConsumerFacts;
import io.github.camelbitrix24.im.observe.Diagnosis;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.operation.OperationTable;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;

/** What else in a Camel context works as the same user or bot. */
final class Surroundings {

    private Surroundings() {
    }

    /** What its endpoints need of the portal. */
    static List<Need> needs(CamelContext context, ReaderName reader) {
        return endpoints(context).filter(endpoint -> endpoint.getOperation() != Bitrix24ImOperation.check)
                .filter(endpoint -> isOf(reader, endpoint))
                .flatMap(Surroundings::needs).distinct().toList();
    }

    static Stream<Bitrix24ImEndpoint> endpoints(CamelContext context) {
        return context.getEndpoints().stream().filter(Bitrix24ImEndpoint.class::isInstance).map(Bitrix24ImEndpoint.class::cast);
    }

    /** Who works there, or {@code null} if nobody can, with its options. */
    static ReaderName name(Bitrix24ImEndpoint endpoint) {
        try {
            return endpoint.readerName(null);
        } catch (IllegalArgumentException e) {
            // a route with such an endpoint does not start, unless it checks
            return null;
        }
    }

    private static boolean isOf(ReaderName reader, Bitrix24ImEndpoint endpoint) {
        ReaderName name = name(endpoint);
        return name != null && name.key().equals(reader.key());
    }

    private static Stream<Need> needs(Bitrix24ImEndpoint endpoint) {
        Bitrix24ImConfiguration options = endpoint.getConfiguration();
        Need own = need(OperationTable.valueOf(endpoint.getOperation().name()), options.isOfBot());
        if (endpoint.getOperation() == Bitrix24ImOperation.call && options.getMethod() != null) {
            own = new Need(own.operation(), null, List.of(options.getMethod()));
        }
        if (endpoint.getOperation() != Bitrix24ImOperation.events) {
            return Stream.of(own);
        }
        return Stream.of(own, options.isTyping() ? need(OperationTable.typing, options.isOfBot()) : null,
                options.isUserEvents() ? need(OperationTable.events, false) : null).filter(Objects::nonNull);
    }

    private static Need need(OperationTable row, boolean ofBot) {
        String scope = row.scope() == null ? null : ofBot ? "imbot" : row.scope();
        return new Need(row.name(), scope, ofBot ? row.methodsOfBots() : row.methods());
    }

    /** Who reads the queue, or would if he ran. */
    static List<Observed> consumers(CamelContext context, ReaderName reader) {
        List<ManagedEventConsumer> reading = ReaderRegistry.of(context).readers(ManagedEventConsumer.class).stream()
                .filter(consumer -> consumer.name().key().equals(reader.key())).toList();
        List<String> routes = reading.stream().map(ManagedEventConsumer::getRouteId).toList();
        Stream<Observed> stopped = context.isStarted() && !Boolean.FALSE.equals(context.isAutoStartup())
                ? context.getRoutes().stream().filter(route -> !routes.contains(route.getRouteId()))
                        .filter(route -> route.getEndpoint() instanceof Bitrix24ImEndpoint endpoint
                                && isOf(reader, endpoint))
                        .filter(route -> isStopped(context, route)).map(Surroundings::stopped)
                : Stream.empty();
        return Stream.concat(reading.stream().map(Surroundings::observed), stopped).toList();
    }

    private static boolean isStopped(CamelContext context, Route route) {
        ServiceStatus status = context.getRouteController().getRouteStatus(route.getRouteId());
        return status != null && (status.isStopped() || status.isSuspended());
    }

    private static Observed stopped(Route route) {
        return new Observed(
                "route " + route.getRouteId(), false,
                "It does not run. Start it; if it should have started, the log says why it did not.", false, null, 0, null, 0,
                ((Bitrix24ImEndpoint) route.getEndpoint()).getConfiguration().eventFilter().dialogs());
    }

    private static Observed observed(ManagedEventConsumer consumer) {
        ConsumerFacts facts = consumer.facts();
        Diagnosis diagnosis = Diagnosis.of(facts);
        Bitrix24ImConfiguration options = ((Bitrix24ImEndpoint) consumer.getEndpoint()).getConfiguration();
        return new Observed(
                "route " + consumer.getRouteId(), !diagnosis.down() && !facts.paused(), diagnosis.sentence(),
                options.isAutoSubscribe(), facts.sinceSuccess(), facts.queue().takenAway(), facts.queue().sinceTakenAway(),
                consumer.leftOut().count(), options.eventFilter().dialogs());
    }
}

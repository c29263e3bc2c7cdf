package io.github.camelbitrix24.im;

import java.util.List;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.consumer.ReaderRegistry;
import io.github.camelbitrix24.im.inquiry.Subject.Need;
import io.github.camelbitrix24.im.inquiry.Subject.Observed;
import io.github.camelbitrix24.im.observe.ConsumerFacts;
import io.github.camelbitrix24.im.observe.Diagnosis;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.operation.OperationTable;
import org.apache.camel.CamelContext;

/** What else in a Camel context works as the same user or bot. */
final class Surroundings {

    private static final String OF_BOTS = "imbot.";

    private Surroundings() {
    }

    /** What its endpoints need of the portal. */
    static List<Need> needs(CamelContext context, ReaderName reader) {
        return endpoints(context).filter(endpoint -> endpoint.getOperation() != Bitrix24ImOperation.check)
                .filter(endpoint -> reader.key().equals(key(endpoint)))
                .flatMap(Surroundings::needs).distinct().toList();
    }

    static Stream<Bitrix24ImEndpoint> endpoints(CamelContext context) {
        return context.getEndpoints().stream().filter(Bitrix24ImEndpoint.class::isInstance).map(Bitrix24ImEndpoint.class::cast);
    }

    private static String key(Bitrix24ImEndpoint endpoint) {
        try {
            return endpoint.readerName(null).key();
        } catch (IllegalArgumentException e) {
            // nobody can be called with its options
            return null;
        }
    }

    private static Stream<Need> needs(Bitrix24ImEndpoint endpoint) {
        Bitrix24ImConfiguration options = endpoint.getConfiguration();
        Need own = need(OperationTable.valueOf(endpoint.getOperation().name()), options.isOfBot());
        if (endpoint.getOperation() == Bitrix24ImOperation.call && options.getMethod() != null) {
            own = new Need(own.operation(), null, List.of(options.getMethod()));
        }
        boolean typing = endpoint.getOperation() == Bitrix24ImOperation.events && options.isTyping();
        return typing ? Stream.of(own, need(OperationTable.typing, options.isOfBot())) : Stream.of(own);
    }

    private static Need need(OperationTable row, boolean ofBot) {
        String scope = row.scope() == null ? null : ofBot ? "imbot" : row.scope();
        return new Need(
                row.name(), scope, row.methods().stream().filter(method -> method.startsWith(OF_BOTS) == ofBot).toList());
    }

    /** Who reads the queue. */
    static List<Observed> consumers(CamelContext context, ReaderName reader) {
        return ReaderRegistry.of(context).readers(ManagedEventConsumer.class).stream()
                .filter(consumer -> consumer.name().key().equals(reader.key())).map(Surroundings::observed).toList();
    }

    private static Observed observed(ManagedEventConsumer consumer) {
        ConsumerFacts facts = consumer.facts();
        Diagnosis diagnosis = Diagnosis.of(facts);
        boolean subscribes = ((Bitrix24ImEndpoint) consumer.getEndpoint()).getConfiguration().isAutoSubscribe();
        return new Observed(
                "route " + consumer.getRouteId(), !diagnosis.down(), diagnosis.sentence(), subscribes, facts.sinceSuccess(),
                facts.queue().takenAway(), consumer.leftOut().count());
    }
}

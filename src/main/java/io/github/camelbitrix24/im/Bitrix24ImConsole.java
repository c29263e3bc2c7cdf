package io.github.camelbitrix24.im;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import io.github.camelbitrix24.im.budget.BudgetState;
import io.github.camelbitrix24.im.consumer.ReaderRegistry;
import io.github.camelbitrix24.im.delivery.DeliveryState;
import io.github.camelbitrix24.im.observe.ConsumerFacts;
import io.github.camelbitrix24.im.observe.Diagnosis;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/**
 * The developer console {@code bitrix24-im}: how each consumer fares, what it has in its hands, and what the budget of
 * its portal has come to.
 */
@DevConsole(name = "bitrix24-im", displayName = "Bitrix24 IM",
            description = "State, offset, lanes, lag and request budget of the consumers of Bitrix24 events")
public class Bitrix24ImConsole extends AbstractDevConsole {

    public Bitrix24ImConsole() {
        super("camel", "bitrix24-im", "Bitrix24 IM",
              "State, offset, lanes, lag and request budget of the consumers of Bitrix24 events");
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        StringJoiner text = new StringJoiner("\n");
        for (Map<String, Object> consumer : consumers()) {
            text.add("");
            consumer.forEach((name, value) -> text.add("    %s: %s".formatted(name, value)));
        }
        return text.toString();
    }

    @Override
    protected JsonObject doCallJson(Map<String, Object> options) {
        JsonObject json = new JsonObject();
        json.put("consumers", new ArrayList<>(consumers().stream().map(JsonObject::new).toList()));
        return json;
    }

    private List<Map<String, Object>> consumers() {
        return ReaderRegistry.of(getCamelContext()).readers(ManagedEventConsumer.class).stream().map(Bitrix24ImConsole::figures)
                .toList();
    }

    private static Map<String, Object> figures(ManagedEventConsumer consumer) {
        ConsumerFacts facts = consumer.facts();
        Diagnosis diagnosis = Diagnosis.of(facts);
        Map<String, Object> figures = new LinkedHashMap<>();
        put(figures, "routeId", consumer.getRouteId());
        put(figures, "uri", consumer.getEndpoint().toString());
        put(figures, "portal", consumer.name().portal());
        put(figures, "user", consumer.name().user());
        put(figures, "up", consumer.isUp(facts, diagnosis));
        put(figures, "state", diagnosis.state().name());
        put(figures, "reason", diagnosis.reason());
        put(figures, "code", diagnosis.code());
        put(figures, "advice", diagnosis.advice());
        putDelivery(figures, facts.delivery());
        put(figures, "lagSeconds", facts.lag().toSeconds());
        put(figures, "lastPollSeconds", facts.lookedAgo().toSeconds());
        put(figures, "takenAway", facts.queue().takenAway());
        put(figures, "notDeleted", facts.queue().returned());
        put(figures, "unreadable", facts.queue().unreadable());
        put(figures, "leftOut", consumer.leftOut().count());
        put(figures, "requests", consumer.calls().requests());
        put(figures, "tokenRefreshes", consumer.calls().refreshes());
        putBudget(figures, consumer.calls().budget());
        return figures;
    }

    private static void putDelivery(Map<String, Object> figures, DeliveryState delivery) {
        put(figures, "acknowledgedOffset", delivery.acknowledgedOffset());
        put(figures, "received", delivery.received());
        put(figures, "inFlight", delivery.inFlight());
        put(figures, "running", delivery.running());
        put(figures, "lanes", delivery.lanes());
        put(figures, "redeliveries", delivery.redeliveries());
    }

    private static void putBudget(Map<String, Object> figures, BudgetState budget) {
        put(figures, "portalCallsWaiting", budget.waiting());
        put(figures, "portalCallsUnderWay", budget.underWay());
        put(figures, "portalThrottledMillis", budget.waited().toMillis());
        put(figures, "portalRejections", budget.rejections());
    }

    private static void put(Map<String, Object> figures, String name, Object value) {
        if (value != null) {
            figures.put(name, value);
        }
    }
}

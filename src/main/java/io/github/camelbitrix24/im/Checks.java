package io.github.camelbitrix24.im;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelbitrix24.im.check.CheckReport;
import io.github.camelbitrix24.im.inquiry.PortalCheck;
import io.github.camelbitrix24.im.inquiry.Subject;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.operation.Operation;
import io.github.camelbitrix24.im.rest.RestClient;
import org.apache.camel.CamelContext;

/** Checks portals, and keeps what was found last, for whoever watches over consumers. */
final class Checks {

    private final Map<String, Found> last = new ConcurrentHashMap<>();
    private final Clock clock;

    /** @param dialogId that was asked about, or {@code null} */
    private record Found(String dialogId, CheckReport report) {
    }

    Checks(Clock clock) {
        this.clock = clock;
    }

    /** The operation of an endpoint: what it finds becomes the body. */
    Operation of(Bitrix24ImEndpoint endpoint) {
        return exchange -> exchange.getMessage().setBody(run(endpoint, endpoint.dialogIdOf(exchange.getMessage())));
    }

    /** @param dialogId a chat in which nothing is heard, or {@code null} */
    CheckReport run(Bitrix24ImEndpoint endpoint, String dialogId) {
        RestClient client;
        ReaderName name;
        try {
            client = endpoint.client();
            name = endpoint.readerName(null);
        } catch (IllegalArgumentException e) {
            return PortalCheck.refused(e.getMessage(), clock);
        }
        String asked = normalised(dialogId);
        CamelContext context = endpoint.getCamelContext();
        Subject subject = new Subject(
                endpoint.credentials().portal(), endpoint.credentials().userId(),
                endpoint.getConfiguration().isOfBot() ? endpoint.getConfiguration().getBot().strip() : null,
                Surroundings.needs(context, name), asked,
                ProxyOnTheWay.to(endpoint.credentials().portal(), context), Surroundings.consumers(context, name));
        CheckReport report = new PortalCheck(subject, client, clock, endpoint.getComponent().pause()).run();
        last.put(name.key(), new Found(asked, report));
        return report;
    }

    private static String normalised(String dialogId) {
        return dialogId == null || dialogId.isBlank() ? null : dialogId.strip().toLowerCase(Locale.ROOT);
    }

    /** What a check has found lately, or anew if that was not lately. */
    CheckReport recent(Bitrix24ImEndpoint endpoint, String dialogId, Duration lately) {
        ReaderName name = Surroundings.name(endpoint);
        Found known = name == null ? null : last.get(name.key());
        return known != null && Objects.equals(known.dialogId, normalised(dialogId))
                && Duration.between(known.report.at(), clock.instant()).compareTo(lately) < 0
                        ? known.report : run(endpoint, dialogId);
    }

    /** What the last check of a reader has found wrong, or {@code null}. */
    String lastSummary(String readerKey) {
        Found found = last.get(readerKey);
        return found == null || found.report.isFine()
                ? null : found.report.summary() + " (checked at " + found.report.at().truncatedTo(ChronoUnit.SECONDS) + ')';
    }
}

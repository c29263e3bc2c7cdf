package io.github.camelbitrix24.im;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.auth.OAuthCredentials;
import io.github.camelbitrix24.im.auth.TokenAuthorization;
import io.github.camelbitrix24.im.auth.TokenSession;
import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.operation.PortalMemory;
import io.github.camelbitrix24.im.registration.Bot;
import io.github.camelbitrix24.im.registration.BotRequest;
import io.github.camelbitrix24.im.rest.CallAuthorization;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.PortalConnections;
import io.github.camelbitrix24.im.rest.TransportOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of a component: one transport for each portal and way to reach it, shared by all endpoints.
 */
public final class Portals extends ServiceSupport {

    private static final Logger LOG = LoggerFactory.getLogger(Portals.class);

    /** Longer than most pauses between polls; servers close their end after some time, too. */
    private static final Duration IDLE = Duration.ofSeconds(20);

    private final Connections<Key> connections;
    private final LongSupplier nanoTime;
    private final Pause pause;
    private final Map<String, RequestBudget> budgets = new ConcurrentHashMap<>();
    private final Map<String, PortalMemory> memories = new ConcurrentHashMap<>();
    private final Map<BotKey, Bot> bots = new ConcurrentHashMap<>();
    private final Map<Object, TokenSession> sessions = new ConcurrentHashMap<>();

    /**
     * @param nanoTime nanoseconds of a monotonic source
     * @param pause    how to wait
     */
    Portals(CamelContext camelContext, LongSupplier nanoTime, Pause pause) {
        this.connections = new Connections<>(
                key -> new CamelHttpTransport(camelContext, key.options(), key.sslContextParameters(), nanoTime), IDLE);
        this.nanoTime = nanoTime;
        this.pause = pause;
    }

    /**
     * The connections of one producer or consumer.
     */
    PortalConnections connections(TransportOptions options, SSLContextParameters sslContextParameters) {
        return connections.of(address -> new Key(options.to(address), sslContextParameters));
    }

    /**
     * What calls need of credentials. Tokens have one session for all endpoints, so that they are refreshed once.
     */
    CallAuthorization authorization(
            Credentials credentials, TransportOptions options, SSLContextParameters sslContextParameters) {
        if (credentials instanceof WebhookCredentials webhook) {
            return new WebhookAuthorization(webhook);
        }
        OAuthCredentials oauth = (OAuthCredentials) credentials;
        TokenSession session = sessions.computeIfAbsent(oauth.sharingKey(), key -> new TokenSession(
                oauth, server -> connections.passing(new Key(options.to(server), sslContextParameters)), nanoTime, pause));
        return new TokenAuthorization(oauth, session);
    }

    /**
     * What all endpoints of this component may ask of a portal. Where they differ in the limit, the lower one counts.
     */
    RequestBudget budget(PortalAddress portal, double requestsPerSecond, int requestBurst) {
        RequestBudget budget = budgets.computeIfAbsent(portal.authority(), key -> new RequestBudget(nanoTime));
        budget.limit(requestsPerSecond, requestBurst);
        return budget;
    }

    /**
     * What producers have learnt about a portal.
     */
    PortalMemory memory(String portal) {
        return memories.computeIfAbsent(portal, key -> new PortalMemory(nanoTime));
    }

    /**
     * What is known of a bot, for all who ask for the same.
     */
    Bot bot(Credentials credentials, BotRequest request) {
        return bots.computeIfAbsent(new BotKey(credentials.portal().authority(), credentials.user(), request),
                key -> new Bot(request));
    }

    /** Closes connections that nobody uses. */
    void sweep() {
        try {
            connections.sweep();
        } catch (RuntimeException | Error e) {
            // a timer forgets what throws
            LOG.warn("Idle connections could not be closed: {}", e.toString());
        }
    }

    @Override
    protected void doStart() {
        connections.start();
    }

    @Override
    protected void doStop() {
        connections.stop();
        // the sessions stay: without a store they alone know the current tokens
    }

    private record BotKey(String portal, String caller, BotRequest request) {
    }

    private record Key(TransportOptions options, SSLContextParameters sslContextParameters) {
    }
}

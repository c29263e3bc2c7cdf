package io.github.camelbitrix24.im;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.auth.OAuthCredentials;
import io.github.camelbitrix24.im.auth.TokenSession;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestTransport;
import io.github.camelbitrix24.im.rest.TransportOptions;
import org.apache.camel.CamelContext;
import org.apache.camel.support.jsse.SSLContextParameters;
import org.apache.camel.support.service.ServiceHelper;
import org.apache.camel.support.service.ServiceSupport;

/**
 * The connections of a component: one transport for each portal and way to reach it, shared by all endpoints.
 */
final class Portals extends ServiceSupport {

    private final CamelContext camelContext;
    private final Map<Key, CamelHttpTransport> transports = new ConcurrentHashMap<>();
    private final Map<String, RequestBudget> budgets = new ConcurrentHashMap<>();
    private final Map<Object, TokenSession> sessions = new ConcurrentHashMap<>();

    Portals(CamelContext camelContext) {
        this.camelContext = camelContext;
    }

    RestTransport transport(TransportOptions options, SSLContextParameters sslContextParameters) {
        return connection(options, sslContextParameters);
    }

    /**
     * The tokens that belong to the credentials, one session for all endpoints, so that they are refreshed once.
     *
     * @return {@code null} for credentials that have no tokens
     */
    TokenSession tokens(
            Credentials credentials, TransportOptions options, SSLContextParameters sslContextParameters) {
        return credentials instanceof OAuthCredentials oauth
                ? sessions.computeIfAbsent(oauth.sharingKey(), key -> new TokenSession(
                        oauth, server -> connection(options.to(server), sslContextParameters)))
                : null;
    }

    private CamelHttpTransport connection(TransportOptions options, SSLContextParameters sslContextParameters) {
        return transports.computeIfAbsent(new Key(options, sslContextParameters), key -> {
            CamelHttpTransport transport = new CamelHttpTransport(camelContext, options, sslContextParameters);
            ServiceHelper.startService(transport);
            return transport;
        });
    }

    /**
     * What all endpoints of this component may ask of a portal. Where they differ in the limit, the lower one counts.
     */
    RequestBudget budget(PortalAddress portal, double requestsPerSecond, int requestBurst) {
        RequestBudget budget = budgets.computeIfAbsent(portal.authority(), key -> new RequestBudget(System::nanoTime));
        budget.limit(requestsPerSecond, requestBurst);
        return budget;
    }

    @Override
    protected void doStop() {
        ServiceHelper.stopAndShutdownServices(transports.values());
        transports.clear();
        // the sessions stay: without a store they alone know the current tokens
    }

    private record Key(TransportOptions options, SSLContextParameters sslContextParameters) {
    }
}

package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a portal that was renamed: one hop, with the same POST, after the new place has proved to serve the same
 * user; then it stays there. A call that was answered with a redirect was not executed, so it is safe to make it again.
 */
public final class RelocatingTransport implements PortalTransport {

    private static final Logger LOG = LoggerFactory.getLogger(RelocatingTransport.class);

    private static final Duration LEAST = Duration.ofMillis(1);

    private final PortalConnections connections;
    private final RedirectPolicy policy;
    private final PortalAddress configured;
    private final String expectedUser;
    private final LongSupplier nanoTime;

    private volatile PortalAddress address;

    /**
     * @param authorization names where the portal is configured to be, and as whom it must act after a move
     * @param nanoTime      nanoseconds of a monotonic source
     */
    public RelocatingTransport(CallAuthorization authorization, PortalConnections connections, RedirectPolicy policy,
                               LongSupplier nanoTime) {
        this.configured = authorization.portal();
        this.address = configured;
        this.expectedUser = authorization.userId();
        this.connections = connections;
        this.policy = policy;
        this.nanoTime = nanoTime;
    }

    @Override
    public void begin() {
        connections.begin();
    }

    @Override
    public void end() {
        connections.end();
    }

    @Override
    public HttpAnswer post(RestRequest request) throws IOException {
        long began = nanoTime.getAsLong();
        PortalAddress from = address;
        HttpAnswer answer = post(request, from);
        Optional<PortalAddress> to
                = answer.isRedirect() ? policy.follow(from, request.path(), answer.location()) : Optional.empty();
        return to.isEmpty() ? answer : follow(request, from, to.get(), answer, began);
    }

    /** A portal that was renamed may still write its old name. */
    @Override
    public <T> T get(String link, Runnable answered, FileReader<T> reader) throws IOException, RestException {
        PortalAddress to = address;
        return connections.to(to).get(FileLink.on(List.of(to, configured), link).target(), answered, reader);
    }

    private HttpAnswer follow(RestRequest request, PortalAddress from, PortalAddress to, HttpAnswer redirect, long began)
            throws IOException {
        try (Permit probe = next(request.permit(), left(request, began))) {
            if (probe == null || !servesSameUser(request.within(left(request, began)), to)) {
                return redirect;
            }
            LOG.warn("The portal {} has moved to {}. Set portalUrl to the new address.", from.authority(), to.authority());
            address = to;
            try (Permit again = next(probe, left(request, began))) {
                return again == null ? redirect : post(request.within(left(request, began)), to);
            }
        }
    }

    private HttpAnswer post(RestRequest request, PortalAddress to) throws IOException {
        return connections.to(to).post(request.path(), request.body(), request.responseTimeout());
    }

    private Permit next(Permit before, Duration atMost) throws IOException {
        try {
            Permit next = before.next(Urgency.OTHER, this, atMost);
            if (next != null) {
                next.sent();
            }
            return next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the portal's request budget");
        }
    }

    private Duration left(RestRequest request, long began) {
        if (request.responseTimeout() == null) {
            return null;
        }
        Duration left = request.responseTimeout().minusNanos(nanoTime.getAsLong() - began);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private boolean servesSameUser(RestRequest request, PortalAddress there) throws IOException {
        HttpAnswer answer = post(request.asking(ProfileMethod.NAME), there);
        try {
            JsonNode result = new AnswerReader<JsonNode>(
                    ProfileMethod.NAME, answer, (parser, body) -> Json.MAPPER.readTree(parser))
                    .read(nanoTime.getAsLong()).result();
            return expectedUser == null || expectedUser.equals(result.path("ID").asText());
        } catch (RestException e) {
            return false;
        }
    }
}

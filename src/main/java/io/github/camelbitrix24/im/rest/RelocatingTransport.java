package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a portal that was renamed: one hop, with the same POST, after the new place has proved to serve the same
 * user; then it stays there. A call that was answered with a redirect was not executed, so it is safe to make it again.
 */
public final class RelocatingTransport implements RestTransport {

    private static final Logger LOG = LoggerFactory.getLogger(RelocatingTransport.class);

    private static final Duration LEAST = Duration.ofMillis(1);

    private final PortalConnections connections;
    private final RedirectPolicy policy;
    private final String expectedUser;

    private volatile PortalAddress address;

    /**
     * @param address      where the portal is configured to be
     * @param expectedUser the id of the user that the portal must act as after a move
     */
    public RelocatingTransport(PortalAddress address, PortalConnections connections, RedirectPolicy policy,
                               String expectedUser) {
        this.address = address;
        this.connections = connections;
        this.policy = policy;
        this.expectedUser = expectedUser;
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
    public HttpAnswer post(String path, byte[] json, Duration responseTimeout) throws IOException {
        return connections.to(address).post(path, json, responseTimeout);
    }

    @Override
    public HttpAnswer post(String path, byte[] json, Duration responseTimeout, Permit permit) throws IOException {
        long began = System.nanoTime();
        PortalAddress from = address;
        HttpAnswer answer = connections.to(from).post(path, json, responseTimeout);
        Optional<PortalAddress> to
                = answer.isRedirect() ? policy.follow(from, path, answer.location()) : Optional.empty();
        if (to.isEmpty()) {
            return answer;
        }
        try (Permit probe = next(permit, left(responseTimeout, began))) {
            if (probe == null || !servesSameUser(connections.to(to.get()), path, json, left(responseTimeout, began))) {
                return answer;
            }
            LOG.warn("The portal {} has moved to {}. Set portalUrl to the new address.", from.authority(),
                    to.get().authority());
            address = to.get();
            try (Permit again = next(probe, left(responseTimeout, began))) {
                return again == null ? answer : connections.to(to.get()).post(path, json, left(responseTimeout, began));
            }
        }
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

    private static Duration left(Duration responseTimeout, long began) {
        if (responseTimeout == null) {
            return null;
        }
        Duration left = responseTimeout.minusNanos(System.nanoTime() - began);
        return left.compareTo(LEAST) < 0 ? LEAST : left;
    }

    private boolean servesSameUser(RestTransport there, String path, byte[] json, Duration responseTimeout)
            throws IOException {
        String profile = path.substring(0, path.lastIndexOf('/') + 1) + MethodName.PROFILE;
        ObjectNode params = Json.MAPPER.createObjectNode();
        JsonNode auth = Json.MAPPER.readTree(json).path("auth");
        if (auth.isTextual()) {
            params.set("auth", auth);
        }
        HttpAnswer answer = there.post(profile, Json.MAPPER.writeValueAsBytes(params), responseTimeout);
        try {
            JsonNode result = new AnswerReader<JsonNode>(
                    MethodName.PROFILE, answer, (parser, body) -> Json.MAPPER.readTree(parser)).read().result();
            return expectedUser == null || expectedUser.equals(result.path("ID").asText());
        } catch (RestException e) {
            return false;
        }
    }
}

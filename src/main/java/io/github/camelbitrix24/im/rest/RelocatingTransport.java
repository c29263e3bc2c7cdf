package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a portal that was renamed: one hop, with the same POST, after the new place has proved to serve the same
 * user; then it stays there. A call that was answered with a redirect was not executed, so it is safe to make it again.
 */
public final class RelocatingTransport implements RestTransport {

    private static final Logger LOG = LoggerFactory.getLogger(RelocatingTransport.class);

    private final Function<PortalAddress, RestTransport> transports;
    private final RedirectPolicy policy;
    private final String expectedUser;

    private volatile PortalAddress address;

    /**
     * @param address      where the portal is configured to be
     * @param expectedUser the id of the user that the portal must act as after a move
     */
    public RelocatingTransport(PortalAddress address, Function<PortalAddress, RestTransport> transports,
                               RedirectPolicy policy, String expectedUser) {
        this.address = address;
        this.transports = transports;
        this.policy = policy;
        this.expectedUser = expectedUser;
    }

    @Override
    public HttpAnswer post(String path, byte[] json, Duration responseTimeout) throws IOException {
        PortalAddress from = address;
        HttpAnswer answer = transports.apply(from).post(path, json, responseTimeout);
        Optional<PortalAddress> to
                = answer.isRedirect() ? policy.follow(from, path, answer.location()) : Optional.empty();
        if (to.isEmpty() || !servesSameUser(transports.apply(to.get()), path, json)) {
            return answer;
        }
        LOG.warn("The portal {} has moved to {}. Set portalUrl to the new address.", from.authority(), to.get().authority());
        address = to.get();
        return transports.apply(to.get()).post(path, json, responseTimeout);
    }

    private boolean servesSameUser(RestTransport there, String path, byte[] json) throws IOException {
        String profile = path.substring(0, path.lastIndexOf('/') + 1) + MethodName.PROFILE;
        ObjectNode params = Json.MAPPER.createObjectNode();
        JsonNode auth = Json.MAPPER.readTree(json).path("auth");
        if (auth.isTextual()) {
            params.set("auth", auth);
        }
        HttpAnswer answer = there.post(profile, Json.MAPPER.writeValueAsBytes(params), null);
        try {
            JsonNode result = new AnswerReader<JsonNode>(
                    MethodName.PROFILE, answer, (parser, body) -> Json.MAPPER.readTree(parser)).read().result();
            return expectedUser == null || expectedUser.equals(result.path("ID").asText());
        } catch (RestException e) {
            return false;
        }
    }
}

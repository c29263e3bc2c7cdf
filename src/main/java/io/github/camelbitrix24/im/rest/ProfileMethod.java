package io.github.camelbitrix24.im.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.Urgency;

/**
 * As whom the portal acts. A webhook may have been transferred, so this can be another user than the one in its URL.
 * (Bitrix24 REST: profile)
 */
public final class ProfileMethod {

    static final String NAME = "profile";

    private final RestClient client;

    public ProfileMethod(RestClient client) {
        this.client = client;
    }

    /**
     * Asks for the id of the user.
     *
     * @param  granted what its caller closes, or {@code null} to wait for one
     * @return         {@code null} if the portal answers without telling
     */
    public Long userId(Permit granted) throws RestException {
        JsonNode profile = client.call(Urgency.OTHER, granted, NAME, Json.MAPPER.createObjectNode());
        JsonNode id = profile.path("ID");
        try {
            return Long.valueOf(id.asText());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

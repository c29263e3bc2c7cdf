package io.github.camelbitrix24.im.rest;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The user as whom the portal acts. A webhook may have been transferred, so this can be another user than the one in
 * its URL; the portal is asked once, when it first matters. (Bitrix24 REST: profile)
 */
public final class ActingUser {

    private final RestClient client;
    private volatile Long id;

    public ActingUser(RestClient client) {
        this.client = client;
    }

    /**
     * @return               the user's id, or {@code null} if it cannot be learned from this portal
     * @throws RestException when the portal cannot be asked now
     */
    public Long id() throws RestException {
        if (id == null) {
            id = ask();
        }
        return id;
    }

    /**
     * @return what was learned so far, or {@code null}
     */
    public Long known() {
        return id;
    }

    private Long ask() throws RestException {
        try {
            JsonNode profile = client.call(MethodName.PROFILE, Json.MAPPER.createObjectNode());
            Long asked = number(profile.path("ID").asText());
            return asked != null ? asked : number(client.credentials().user());
        } catch (RestException e) {
            if (e.kind() == FailureKind.BAD_REQUEST || e.kind() == FailureKind.NOT_PERMITTED) {
                return number(client.credentials().user());
            }
            throw e;
        }
    }

    private static Long number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

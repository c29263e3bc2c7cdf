package io.github.camelbitrix24.im.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.budget.Permit;

/**
 * The user as whom the portal acts. A webhook may have been transferred, so this can be another user than the one in
 * its URL. (Bitrix24 REST: profile)
 */
public final class ActingUser {

    private final RestClient client;
    private volatile Long id;

    public ActingUser(RestClient client) {
        this.client = client;
        this.id = number(client.credentials().userId());
    }

    /**
     * @return what the portal told last, before that the user whom the credentials name, or {@code null} if neither is
     *         known
     */
    public Long known() {
        return id;
    }

    /**
     * How often the tokens of the credentials have changed: others may be those of another user.
     */
    public long tokenChanges() {
        return client.tokenChanges();
    }

    /**
     * Asks the portal. One that does not tell has told that, too.
     *
     * @throws RestException when the portal cannot be asked now
     */
    public void ask() throws RestException {
        ask(null);
    }

    /**
     * As {@link #ask()}, with a permit that was granted before.
     *
     * @param granted what its caller closes, or {@code null} to wait for one
     */
    public void ask(Permit granted) throws RestException {
        try {
            JsonNode profile = client.call(granted, MethodName.PROFILE, Json.MAPPER.createObjectNode());
            Long asked = number(profile.path("ID").asText());
            id = asked == null ? id : asked;
        } catch (RestException e) {
            if (e.kind() != FailureKind.BAD_REQUEST && e.kind() != FailureKind.NOT_PERMITTED) {
                throw e;
            }
        }
    }

    private static Long number(String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

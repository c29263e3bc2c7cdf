package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.ProfileMethod;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * The user as whom the portal acts, as far as that is known.
 */
final class ActingUser {

    private final RestClient client;
    private final ProfileMethod profile;
    private volatile Long id;

    ActingUser(RestClient client) {
        this.client = client;
        this.profile = new ProfileMethod(client);
        this.id = number(client.authorization().userId());
    }

    /**
     * @return what the portal told last, before that the user whom the credentials name, or {@code null} if neither is
     *         known
     */
    Long known() {
        return id;
    }

    /** How often the tokens of the credentials have changed: others may be those of another user. */
    long tokenChanges() {
        return client.authorization().changes();
    }

    /**
     * Asks the portal. One that does not tell has told that, too.
     *
     * @param  granted       what its caller closes, or {@code null} to wait for one
     * @throws RestException when the portal cannot be asked now
     */
    void ask(Permit granted) throws RestException {
        try {
            Long asked = profile.userId(granted);
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

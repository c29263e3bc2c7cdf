package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the portal makes of access tokens. It asks the authorisation server about a token it does not know, and keeps
 * the verdict, be it good or bad, for an hour; that the server cannot be reached is not kept.
 */
final class AccessTokens {

    private static final Duration KEPT = Duration.ofHours(1);

    /** An empty error is a good verdict. */
    private record Verdict(String error, Instant until) {
    }

    private final PortalState portal;
    private final Map<String, Verdict> verdicts = new HashMap<>();

    AccessTokens(PortalState portal) {
        this.portal = portal;
    }

    Caller caller(Incoming incoming) {
        String token = token(incoming).orElseThrow(() -> RestFailure.of("NO_AUTH_FOUND"));
        Instant now = portal.clock.now();
        Verdict verdict = verdicts.get(token);
        if (verdict == null || !now.isBefore(verdict.until())) {
            verdict = ask(token, now);
            verdicts.put(token, verdict);
        }
        if (!verdict.error().isEmpty()) {
            throw RestFailure.of(verdict.error());
        }
        AccessToken known = portal.oauth.accessToken(token).orElseThrow();
        if (!known.application().installed) {
            throw RestFailure.of("APPLICATION_NOT_FOUND");
        }
        return new Caller(
                portal.directory.user(known.userId()), known.application().clientId(), known.application().scopes, false);
    }

    private Verdict ask(String token, Instant now) {
        if (portal.oauth.isUnreachable()) {
            throw RestFailure.of("CONNECTION_ERROR");
        }
        AccessToken known = portal.oauth.accessToken(token).orElse(null);
        if (known == null) {
            return new Verdict("invalid_token", now.plus(KEPT));
        }
        if (!now.isBefore(known.expires())) {
            return new Verdict("expired_token", now.plus(KEPT));
        }
        String refusal = known.application().refusal;
        Instant until = refusal.isEmpty() && known.expires().isBefore(now.plus(KEPT)) ? known.expires() : now.plus(KEPT);
        return new Verdict(refusal, until);
    }

    private static Optional<String> token(Incoming incoming) {
        String header = incoming.request().header("authorization");
        if (header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return Optional.of(header.substring(7).strip());
        }
        return text(incoming.params().get("auth")).or(() -> text(incoming.params().get("access_token")));
    }

    private static Optional<String> text(Object value) {
        return value instanceof String text && !text.isEmpty() ? Optional.of(text) : Optional.empty();
    }
}

package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
                portal.directory.user(known.userId()), known.application().clientId(), known.application().scopes, false,
                token);
    }

    /** Whose call it is if the token is one that was issued, be it good or not; else 0. */
    long userOf(Incoming incoming) {
        return token(incoming).flatMap(portal.oauth::accessToken).map(AccessToken::userId).orElse(0L);
    }

    /** The verdicts on an application's tokens have run out: the authorisation server is asked again. */
    void forget(OAuthApplication application) {
        verdicts.keySet().removeIf(
                token -> portal.oauth.accessToken(token).filter(known -> known.application() == application).isPresent());
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
        for (String name : List.of("auth", "access_token")) {
            Object value = incoming.params().get(name);
            if (incoming.params().containsKey(name) && !(value instanceof Map || value instanceof List)) {
                return Php.isTrue(value) ? Optional.of(value.toString()) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}

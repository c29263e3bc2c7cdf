package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.testkit.Behaviour.CodeExchange;

/** The authorisation server: issues tokens, and takes each refresh token and each code once. */
final class OAuthServer {

    private static final Duration ACCESS = Duration.ofHours(1);
    private static final Duration REFRESH = Duration.ofDays(180);
    private static final Duration CODE = Duration.ofSeconds(30);
    private static final String MEMBER_ID = "5b0e1f2c3d4a5968778695a4b3c2d1e0";

    /** What a refresh token or a code stands for. */
    private record Grant(OAuthApplication application, long userId, Instant expires) {
    }

    private final PortalState portal;
    private final Map<String, OAuthApplication> applications = new HashMap<>();
    private final Map<String, AccessToken> accessTokens = new HashMap<>();
    private final Map<String, Grant> refreshTokens = new HashMap<>();
    private final Map<String, Grant> codes = new HashMap<>();
    private boolean unreachable;
    private long issued;

    OAuthServer(PortalState portal) {
        this.portal = portal;
    }

    OAuthApplication application(String clientId) {
        return applications.computeIfAbsent(clientId,
                id -> new OAuthApplication(portal, id, "client" + Directory.secret(id.hashCode())));
    }

    List<OAuthApplication> applications() {
        return List.copyOf(applications.values());
    }

    Stream<String> secrets() {
        return Stream.of(applications.values().stream().map(OAuthApplication::clientSecret), accessTokens.keySet().stream(),
                refreshTokens.keySet().stream(), codes.keySet().stream()).flatMap(secrets -> secrets);
    }

    void unreachable(boolean isSo) {
        unreachable = isSo;
    }

    boolean isUnreachable() {
        return unreachable;
    }

    Optional<AccessToken> accessToken(String token) {
        return Optional.ofNullable(accessTokens.get(token));
    }

    TokenPair issue(OAuthApplication application, long userId) {
        Instant now = portal.clock.now();
        TokenPair pair = new TokenPair(secret("access"), secret("refresh"), userId, now.plus(ACCESS));
        accessTokens.put(pair.accessToken(), new AccessToken(application, userId, pair.expires()));
        refreshTokens.put(pair.refreshToken(), new Grant(application, userId, now.plus(REFRESH)));
        return pair;
    }

    String code(OAuthApplication application, long userId) {
        String code = "code" + Directory.random(++issued * 31 + portal.url().hashCode()) + issued;
        codes.put(code, new Grant(application, userId, portal.clock.now().plus(CODE)));
        return code;
    }

    /** The portal may have asked before, and then goes by what it was told. */
    void expireAccessTokens(OAuthApplication application) {
        accessTokens.replaceAll((token, known) -> known.application() == application
                ? new AccessToken(application, known.userId(), Instant.MIN) : known);
    }

    void revokeRefreshTokens(OAuthApplication application) {
        refreshTokens.values().removeIf(grant -> grant.application() == application);
    }

    Map<String, Object> token(Map<String, Object> params) {
        String grantType = text(params, "grant_type");
        if (!grantType.equals("refresh_token") && !grantType.equals("authorization_code")) {
            throw RestFailure.of("invalid_request", "Invalid grant_type parameter or parameter missing", 400);
        }
        OAuthApplication application = client(params);
        return grantType.equals("refresh_token")
                ? refreshed(application, text(params, "refresh_token"))
                : exchanged(application, text(params, "code"));
    }

    private OAuthApplication client(Map<String, Object> params) {
        OAuthApplication application = applications.get(text(params, "client_id"));
        if (application == null) {
            throw RestFailure.of("wrong_client", null, 200);
        }
        if (!application.clientSecret().equals(text(params, "client_secret"))) {
            throw RestFailure.of("invalid_client", "The client credentials are invalid", 400);
        }
        if (!application.installed) {
            throw RestFailure.of("NOT_INSTALLED", "Application not installed", 401);
        }
        return application;
    }

    private Map<String, Object> refreshed(OAuthApplication application, String token) {
        Grant grant = refreshTokens.get(token);
        if (grant == null || grant.application() != application || !portal.clock.now().isBefore(grant.expires())) {
            throw RestFailure.of("invalid_grant", "Invalid refresh token", 400);
        }
        refreshTokens.remove(token);
        return fields(issue(application, grant.userId()), application, true);
    }

    /** Usually the first exchange tells neither when the token expires nor whose it is. */
    private Map<String, Object> exchanged(OAuthApplication application, String code) {
        Grant grant = codes.remove(code);
        if (grant == null || grant.application() != application) {
            throw RestFailure.of("invalid_grant", "Invalid authorization code", 400);
        }
        if (!portal.clock.now().isBefore(grant.expires())) {
            throw RestFailure.of("bad_verification_code", "The code passed is expired", 400);
        }
        return fields(issue(application, grant.userId()), application, portal.behaviours.is(CodeExchange.COMPLETE));
    }

    private Map<String, Object> fields(TokenPair pair, OAuthApplication application, boolean complete) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("access_token", pair.accessToken());
        fields.put("client_endpoint", portal.address() + "/rest/");
        fields.put("domain", "oauth.bitrix.info");
        if (complete) {
            fields.put("expires", pair.expires().getEpochSecond());
        }
        fields.put("expires_in", ACCESS.toSeconds());
        fields.put("member_id", MEMBER_ID);
        fields.put("refresh_token", pair.refreshToken());
        fields.put("scope", String.join(",", application.scopes));
        fields.put("server_endpoint", portal.url() + "/rest/");
        fields.put("status", "L");
        if (complete) {
            fields.put("user_id", pair.userId());
        }
        return fields;
    }

    private String secret(String kind) {
        return kind + Directory.secret(++issued * 31 + portal.url().hashCode()) + issued;
    }

    private static String text(Map<String, Object> params, String name) {
        return params.get(name) instanceof String text ? text : "";
    }
}

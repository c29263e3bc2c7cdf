package io.github.camelbitrix24.im.rest;

import java.util.Set;
import java.util.TreeSet;

import ch.qos.logback.classic.Level;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.canary.CanaryExtension;
import io.github.camelbitrix24.im.testkit.OAuthApplication;
import io.github.camelbitrix24.im.testkit.TokenPair;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/**
 * The HTTP client logs requests as they go over the wire, when it is told to. What shows a secret then is known by
 * name, so that it can be left at INFO.
 */
@Tag(CanaryExtension.SECRETS_IN_URIS)
class HttpClientLogTest extends RouteTest {

    private static final String WIRE = "org.apache.hc.client5.http.wire";

    @Test
    void aWebhooksSecretIsInThePathOfRequests() {
        assertEquals(
                Set.of(WIRE, "org.apache.hc.client5.http.headers", "org.apache.hc.client5.http.impl.classic.MainClientExec"),
                loggersThatShow(reader.secret(), ""));
    }

    @Test
    void anApplicationsTokensAreInTheBody() {
        OAuthApplication application = portal.oauthApplication("local.app");
        TokenPair tokens = application.tokens(7);

        assertEquals(Set.of(WIRE), loggersThatShow(tokens.accessToken(),
                "&portalUrl=" + portal.url() + "&clientId=" + application.clientId() + "&clientSecret="
                                                                         + application.clientSecret() + "&accessToken="
                                                                         + tokens.accessToken() + "&refreshToken="
                                                                         + tokens.refreshToken()));
    }

    private Set<String> loggersThatShow(String secret, String options) {
        context.start();
        try (LogWatch log = LogWatch.everything().at("org.apache.hc", Level.TRACE).at("org.apache.camel.component.http",
                Level.TRACE)) {
            template.requestBody("bitrix24-im:call?method=profile" + options, "");
            Set<String> loggers = new TreeSet<>();
            log.linesWith(secret).forEach(line -> loggers.add(line.replaceFirst("(?s)^\\w+ +\\[[^]]*] (\\S+) .*", "$1")));
            // what Camel says of the URI at these levels is known
            loggers.removeIf(
                    logger -> logger.startsWith("org.apache.camel.impl.") || logger.startsWith("org.apache.camel.support."));
            return loggers;
        }
    }
}

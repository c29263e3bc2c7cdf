package io.github.camelbitrix24.im.kamelets;

import java.util.List;

import ch.qos.logback.classic.Level;
import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImEndpoint;
import io.github.camelbitrix24.im.LogWatch;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Secrets that are properties of kamelets arrive as they are, and are not logged. */
class KameletSecretsTest {

    private static final String SECRET = "k3x9s3cr3tw4n7";
    private static final String ODD = SECRET + "+%26&?=/y";

    private final Main main = new Main();
    private LogWatch log;

    @BeforeEach
    void watch() {
        // at DEBUG Camel shows every property as it is
        log = LogWatch.everything().at("org.apache.camel", Level.INFO);
    }

    @AfterEach
    void stop() {
        main.stop();
        log.close();
    }

    private void start(String yaml) throws Exception {
        main.start();
        CamelContext context = main.getCamelContext();
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("routes.camel.yaml", yaml));
    }

    private Bitrix24ImConfiguration configuration() {
        return main.getCamelContext().getEndpoints().stream().filter(Bitrix24ImEndpoint.class::isInstance)
                .map(Bitrix24ImEndpoint.class::cast).findFirst().orElseThrow().getConfiguration();
    }

    @Test
    void aSecretWithOddCharactersArrivesAsItIs() throws Exception {
        start("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to:
                            uri: kamelet:bitrix24-im-sink
                            parameters:
                              portalUrl: https://acme.example
                              clientId: app
                              clientSecret: 'RAW(%s)'
                              accessToken: token
                              refreshToken: refresh
                              dialogId: chat5
                """.formatted(ODD));

        assertEquals(ODD, configuration().getClientSecret());
        assertEquals(List.of(), log.linesWith(SECRET));
    }

    @Test
    void aSecretOfTheApplicationsPropertiesIsNotLogged() throws Exception {
        String prefix = "camel.kamelet.bitrix24-im-action.";
        main.addInitialProperty(prefix + "portalUrl", "https://acme.example");
        main.addInitialProperty(prefix + "userId", "7");
        main.addInitialProperty(prefix + "secret", SECRET);

        start("""
                - route:
                    from:
                      uri: direct:in
                      steps:
                        - to: kamelet:bitrix24-im-action?method=profile
                """);

        assertEquals(SECRET, configuration().getSecret());
        assertFalse(log.lines().isEmpty());
        assertEquals(List.of(), log.linesWith(SECRET));
    }
}

package io.github.camelbitrix24.im.canary;

import java.util.List;

import io.github.camelbitrix24.im.testkit.OAuthApplication;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The canary sings: it notices a secret in each place that it watches. */
class CanaryTest {

    private static final Logger LOG = LoggerFactory.getLogger(CanaryTest.class);
    private static final String PLANTED = PortalEmulator.SECRET_MARK + "planted";

    @AfterEach
    void forgetWhatWasPlanted() {
        Canary.leaks();
    }

    @Test
    void aLogLineOfTheLowestLevel() {
        LOG.trace("the secret is {}", PLANTED);

        assertSeen("TRACE");
    }

    @Test
    void theCauseOfALoggedException() {
        LOG.debug("failed", new IllegalStateException("outer", new IllegalArgumentException(PLANTED)));

        assertSeen("DEBUG");
    }

    @Test
    void whatCanBeSeenOfARoute() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(context, r -> r.from("direct:" + PLANTED).routeId("leaky").to("log:" + PLANTED));
            context.start();
            context.createProducerTemplate().sendBody("direct:" + PLANTED, "");
        }

        List<String> where = Canary.leaks();
        for (String place : List.of("endpoint", "route", "consumer", "route definition", "dump as XML", "dump as YAML", "bean",
                "console endpoint", "event ExchangeSent")) {
            assertTrue(where.stream().anyMatch(leak -> leak.startsWith(place + ":")), place + " is not among " + where);
        }
    }

    @Test
    void headersAndExceptionsOfExchanges() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            RouteBuilder.addRoutes(context,
                    r -> r.from("direct:in").setHeader("token", r.constant(PLANTED)).onException(Exception.class).handled(true)
                            .end()
                            .throwException(new IllegalStateException(PLANTED)));
            context.start();
            context.createProducerTemplate().requestBody("direct:in", "");
        }

        List<String> where = Canary.leaks();
        for (String place : List.of("headers", "caught")) {
            assertTrue(where.stream().anyMatch(leak -> leak.startsWith(place + ":")), place + " is not among " + where);
        }
    }

    @Test
    void everySecretOfAnEmulatedPortalIsMarked() {
        try (PortalEmulator portal = PortalEmulator.start()) {
            OAuthApplication application = portal.oauthApplication("local.app");
            var tokens = application.tokens(7);

            for (String secret : List.of(portal.user(7).secret(), application.clientSecret(), tokens.accessToken(),
                    tokens.refreshToken())) {
                assertTrue(secret.contains(PortalEmulator.SECRET_MARK), secret);
            }
        }
    }

    @Test
    void whatHoldsNoSecretIsInspectedAndPasses() {
        long before = Canary.inspected();

        LOG.trace("nothing to see");

        assertTrue(Canary.inspected() > before);
        assertEquals(List.of(), Canary.leaks());
    }

    private static void assertSeen(String where) {
        List<String> leaks = Canary.leaks();
        assertTrue(leaks.stream().anyMatch(leak -> leak.startsWith(where)), leaks::toString);
    }
}

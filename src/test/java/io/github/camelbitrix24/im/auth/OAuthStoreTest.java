package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.AuthorizationCode;
import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.Bitrix24ImNotAuthorisedException;
import io.github.camelbitrix24.im.Bitrix24ImUnavailableException;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class OAuthStoreTest extends OAuthRouteTest {

    private CamelContext otherNode() {
        CamelContext other = new DefaultCamelContext();
        configure(other).setTokenFile(tokenFile().toString());
        return other;
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void aRestartUsesTheRotatedPair() throws Exception {
        configuration().setTokenFile(tokenFile().toString());
        application.expireAccessTokens();
        assertEquals("7", who(context));
        assertEquals("rw-------", mode(tokenFile()));
        context.stop();
        try (CamelContext restarted = otherNode()) {
            assertEquals("7", who(restarted));
            assertEquals(1, refreshes().size());
            portal.clock().advance(Duration.ofMinutes(61));
            assertEquals("7", who(restarted));
        }
        assertEquals(2, refreshes().size());
        assertEquals("rw-------", mode(tokenFile()));
        assertEquals("rw-------", mode(tokenFile().resolveSibling("user7.json.previous")));
    }

    @Test
    void whatOneNodeHasRotatedTheOtherUses() throws Exception {
        configuration().setTokenFile(tokenFile().toString());
        try (CamelContext other = otherNode()) {
            assertEquals("7", who(context));
            assertEquals("7", who(other));
            portal.clock().advance(Duration.ofMinutes(61));
            assertEquals("7", who(other));
            assertEquals("7", who(context));
            assertEquals(1, refreshes().size());
        }
    }

    @Test
    void aRefusedTokenMayHaveBeenUsedByAnotherNode() {
        TokenPair theirs = pair(application.tokens(7));
        AtomicReference<TokenPair> stored = new AtomicReference<>();
        configuration().setTokenStore(new TokenStore() {
            @Override
            public TokenPair load() {
                // the other node's pair appears when the server has already refused ours
                return refreshes().isEmpty() ? null : theirs;
            }

            @Override
            public boolean replace(TokenPair expected, TokenPair next) {
                return stored.compareAndSet(null, next);
            }
        });
        portal.fail("profile", Fault.error("expired_token"));
        application.revokeRefreshTokens();
        assertEquals("7", who(context));
        assertEquals(1, refreshes().size());
        assertEquals(null, stored.get());
    }

    @Test
    void tokensThatAreConfiguredAnewWinOverThoseThatAreStored() throws Exception {
        configuration().setTokenFile(tokenFile().toString());
        application.expireAccessTokens();
        assertEquals("7", who(context));
        context.stop();
        application.expireAccessTokens().revokeRefreshTokens();
        portal.clock().advance(Duration.ofMinutes(61));
        io.github.camelbitrix24.im.testkit.TokenPair anew = application.tokens(7);
        try (CamelContext restarted = otherNode()) {
            Bitrix24ImConfiguration configuration
                    = restarted.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration();
            configuration.setAccessToken(anew.accessToken());
            configuration.setRefreshToken(anew.refreshToken());
            assertEquals("7", who(restarted));
        }
        assertEquals(1, refreshes().size());
    }

    @Test
    void aRestartWithTokensThatAreUsedUpFallsBackOnThoseThatAreStored() throws Exception {
        configuration().setTokenFile(tokenFile().toString());
        application.expireAccessTokens();
        assertEquals("7", who(context));
        context.stop();
        portal.clock().advance(Duration.ofMinutes(61));
        try (CamelContext restarted = otherNode()) {
            Bitrix24ImConfiguration configuration
                    = restarted.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration();
            configuration.setAccessToken("stale");
            configuration.setRefreshToken("stale");
            assertEquals("7", who(restarted));
        }
    }

    @Test
    void aPairThatCannotBeStoredIsNotUsedUntilItIs() {
        FullStore store = new FullStore();
        configuration().setTokenStore(store);
        application.expireAccessTokens();
        refused(context, Bitrix24ImUnavailableException.class);
        assertEquals(Set.of(tokens.accessToken()),
                portal.calls("profile").stream().map(call -> call.param("auth")).collect(Collectors.toSet()));
        store.makeRoom();
        await("stored", this::isWell);
        assertEquals(1, refreshes().size());
        assertEquals(store.pair.accessToken(), portal.calls("profile").get(portal.calls("profile").size() - 1).param("auth"));
    }

    @Test
    void aPairThatCouldNotBeStoredIsForgottenWhenSomebodyAuthorisesAnew() throws Exception {
        FullStore store = new FullStore();
        configuration().setTokenStore(store);
        application.expireAccessTokens();
        refused(context, Bitrix24ImUnavailableException.class);
        store.makeRoom();
        TokenPair authorised = pair(application.tokens(7));
        store.replace(null, authorised);
        await("the new pair is used", this::isWell);
        portal.clock().advance(Duration.ofMinutes(61));
        assertEquals("7", who(context));
        assertEquals(authorised.refreshToken(), refreshes().get(refreshes().size() - 1).param("refresh_token"));
        assertEquals(2, refreshes().size());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aStoreThatNeverReplacesIsReportedAndHoldsUpNobody(boolean holdsAPair) {
        AtomicInteger writes = new AtomicInteger();
        AtomicReference<TokenPair> held = new AtomicReference<>();
        configuration().setTokenStore(new TokenStore() {
            @Override
            public TokenPair load() {
                return held.get();
            }

            @Override
            public boolean replace(TokenPair expected, TokenPair next) {
                writes.incrementAndGet();
                return false;
            }
        });
        held.set(holdsAPair ? pair(tokens) : null);
        application.expireAccessTokens();
        Bitrix24ImUnavailableException failure = refused(context, Bitrix24ImUnavailableException.class);
        assertTrue(failure.getMessage().contains(holdsAPair ? "refuses though" : "does not insert"), failure.getMessage());
        assertTrue(writes.get() <= 9, writes::toString);
        assertEquals(1, refreshes().size());
    }

    @Test
    void whereACodesTokensCannotBeStoredTheStoreIsNamed() {
        OAuthCredentials first = OAuthCredentials.of(portal.url())
                .client(application.clientId(), application.clientSecret()).oauthUrl(application.tokenUrl())
                .store(new TokenStore() {
                    @Override
                    public TokenPair load() {
                        return null;
                    }

                    @Override
                    public boolean replace(TokenPair expected, TokenPair next) {
                        return false;
                    }
                }).build();
        context.start();
        String message = assertThrows(Bitrix24ImNotAuthorisedException.class,
                () -> AuthorizationCode.exchange(context, first, application.authorizationCode(7))).getMessage();
        assertTrue(message.contains("does not insert") && message.contains("what keeps the tokens"), message);
    }

    @Test
    void halfASurrogatePairInACodeIsMended() {
        OAuthCredentials first = OAuthCredentials.of(portal.url())
                .client(application.clientId(), application.clientSecret()).oauthUrl(application.tokenUrl())
                .store(new FileTokenStore(tokenFile())).build();
        context.start();
        assertThrows(Bitrix24ImException.class, () -> AuthorizationCode.exchange(context, first, "a\ud83d"));
        assertEquals("a\ufffd", refreshes().get(0).param("code"));
    }

    private boolean isWell() {
        try {
            return who(context).equals("7");
        } catch (CamelExecutionException e) {
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource({ "local.other,", "local.5f0a1c, https://other.bitrix24.com" })
    void tokensOfAnotherApplicationOrPortalAreNotSent(String client, String url) throws Exception {
        FileTokenStore store = new FileTokenStore(tokenFile());
        assertTrue(store.replace(null, new TokenPair("foreign-access", "foreign-refresh", client, url, null, null)));
        configuration().setTokenFile(tokenFile().toString());
        assertTrue(refused(context, Bitrix24ImNotAuthorisedException.class).getMessage().contains("application or portal"));
        assertEquals(0, portal.calls().size());
    }

    @Test
    void tokensOfAnotherPortalThatAreStoredMeanwhileAreNotSent() {
        AtomicReference<TokenPair> held = new AtomicReference<>();
        configuration().setTokenStore(new TokenStore() {
            @Override
            public TokenPair load() {
                return held.get();
            }

            @Override
            public boolean replace(TokenPair expected, TokenPair next) {
                held.set(new TokenPair(
                        "foreign-access", "foreign-refresh", next.clientId(), "https://other.bitrix24.com", null, null));
                return false;
            }
        });
        application.expireAccessTokens();
        refused(context, Bitrix24ImNotAuthorisedException.class);
        assertEquals(Set.of(tokens.accessToken()),
                portal.calls("profile").stream().map(call -> call.param("auth")).collect(Collectors.toSet()));
    }

    @Test
    void aCodeBecomesTheFirstPairInTheFile() throws Exception {
        OAuthCredentials first = OAuthCredentials.of(portal.url())
                .client(application.clientId(), application.clientSecret())
                .oauthUrl(application.tokenUrl()).store(new FileTokenStore(tokenFile())).build();
        context.getRegistry().bind("authorizationCode", new AuthorizationCode(first));
        RouteBuilder.addRoutes(context, r -> r.from("direct:authorised")
                .filter(r.header("state").isNotEqualTo("4711"))
                .setBody(r.constant("not begun here"))
                .stop()
                .end()
                .to("bean:authorizationCode").convertBodyTo(String.class));
        configuration().setAccessToken(null);
        configuration().setRefreshToken(null);
        configuration().setTokenFile(tokenFile().toString());
        assertTrue(refused(context, Bitrix24ImNotAuthorisedException.class).getMessage().contains("authorise the application"));
        assertEquals("not begun here", template.requestBodyAndHeader(
                "direct:authorised", null, "code", application.authorizationCode(99), String.class));
        assertEquals(List.of(), portal.calls("oauth/token"));
        String code = application.authorizationCode(12);
        String shown = template
                .requestBodyAndHeaders("direct:authorised", null, Map.of("code", code, "state", "4711"), String.class);
        assertEquals("12", who(context));
        assertFalse(shown.contains(new FileTokenStore(tokenFile()).load().refreshToken()), shown);
        assertEquals("rw-------", mode(tokenFile()));
    }

    private TokenPair pair(io.github.camelbitrix24.im.testkit.TokenPair issued) {
        return new TokenPair(issued.accessToken(), issued.refreshToken(), application.clientId(), null, null, null);
    }

    private static final class FullStore implements TokenStore {

        private boolean full = true;
        private TokenPair pair;

        @Override
        public synchronized TokenPair load() {
            return pair;
        }

        @Override
        public synchronized boolean replace(TokenPair expected, TokenPair next) throws IOException {
            if (full) {
                throw new IOException("no space left for " + next.accessToken());
            }
            pair = next;
            return true;
        }

        synchronized void makeRoom() {
            full = false;
        }
    }
}

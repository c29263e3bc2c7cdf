package io.github.camelbitrix24.im.auth;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.testkit.OAuthApplication;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import io.github.camelbitrix24.im.testkit.TokenPair;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * A Camel context whose component calls an emulated portal as an OAuth application, with tokens of user 7.
 */
public abstract class OAuthRouteTest {

    protected static final Duration SOON = Duration.ofSeconds(20);
    protected static final String WHO = "bitrix24-im:call?method=profile";

    @TempDir
    protected Path directory;

    protected final PortalEmulator portal = PortalEmulator.start();
    protected final OAuthApplication application = portal.oauthApplication("local.5f0a1c");
    protected final TokenPair tokens = application.tokens(7);
    protected final CamelContext context = new DefaultCamelContext();

    @BeforeEach
    protected void connect() {
        configure(context);
        portal.chat("chat5").members(7, 12);
    }

    @AfterEach
    protected void disconnect() {
        context.stop();
        portal.close();
    }

    protected Bitrix24ImConfiguration configure(CamelContext camelContext) {
        Bitrix24ImConfiguration configuration
                = camelContext.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration();
        configuration.setPortalUrl(portal.url());
        configuration.setRequestsPerSecond(0);
        configuration.setClientId(application.clientId());
        configuration.setClientSecret(application.clientSecret());
        configuration.setAccessToken(tokens.accessToken());
        configuration.setRefreshToken(tokens.refreshToken());
        configuration.setOauthUrl(application.tokenUrl());
        return configuration;
    }

    protected Bitrix24ImConfiguration configuration() {
        return context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration();
    }

    protected Path tokenFile() {
        return directory.resolve("tokens/user7.json");
    }

    /** Makes a call and gives the id of the user as whom it was made. */
    protected static String who(CamelContext camelContext) {
        camelContext.start();
        return camelContext.createProducerTemplate().requestBody(WHO, null, Map.class).get("ID").toString();
    }

    protected static <E extends Bitrix24ImException> E refused(CamelContext camelContext, Class<E> type) {
        return assertInstanceOf(type, assertThrows(CamelExecutionException.class, () -> who(camelContext)).getCause());
    }

    protected List<RecordedCall> refreshes() {
        return portal.calls("oauth/token");
    }

    protected void await(String what, BooleanSupplier condition) {
        Await.until(() -> what + "; " + portal.describe(), condition, SOON);
    }

    /** What many threads get that call at the same time. */
    protected List<String> whoFromThreads(int threads) {
        context.start();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            return IntStream.range(0, threads)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> who(context), pool)).toList().stream()
                    .map(CompletableFuture::join).toList();
        } finally {
            pool.shutdown();
        }
    }
}

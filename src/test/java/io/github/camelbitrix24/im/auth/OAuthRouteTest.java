package io.github.camelbitrix24.im.auth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConfiguration;
import io.github.camelbitrix24.im.Bitrix24ImException;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.OAuthApplication;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import io.github.camelbitrix24.im.testkit.TokenPair;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.spi.Registry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * A Camel context whose component calls an emulated portal as an OAuth application, with tokens of user 7.
 */
public abstract class OAuthRouteTest extends RouteTest {

    protected static final String WHO = "bitrix24-im:call?method=profile";

    @TempDir
    protected Path directory;

    protected OAuthApplication application;
    protected TokenPair tokens;

    @Override
    protected void setupResources() {
        super.setupResources();
        application = portal.oauthApplication("local.5f0a1c");
        tokens = application.tokens(7);
    }

    @Override
    protected void bindToRegistry(Registry registry) {
        // the component itself is configured
    }

    @BeforeEach
    @Override
    protected void connect() {
        configure(context);
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

package io.github.camelbitrix24.im.auth;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.Bitrix24ImConsumer;
import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.Bitrix24ImStateChangedEvent;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.health.HealthCheck.Result;
import org.apache.camel.health.HealthCheck.State;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REAUTHORISING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/**
 * How a consumer fares whose access token expires.
 */
class OAuthHealthTest extends OAuthRouteTest {

    private final List<Bitrix24ImConsumerState> states = new CopyOnWriteArrayList<>();

    @Test
    void aServerThatIsDownIsWaitedFor() throws Exception {
        start();
        portal.fail("oauth/token", Fault.html(503), 2);
        portal.clock().advance(Duration.ofMinutes(61));

        await("the refresh", () -> states.contains(REAUTHORISING));
        await("idle again", () -> states.equals(List.of(IDLE, REAUTHORISING, IDLE)));
        await("up", () -> health().getState() == State.UP);
        assertEquals(1, eventConsumer().getTokenRefreshes());
    }

    @Test
    void aRevokedTokenIsRefused() throws Exception {
        start();
        application.revokeRefreshTokens();
        portal.clock().advance(Duration.ofMinutes(61));

        await("refused", () -> states.equals(List.of(IDLE, REFUSED)));
        Result health = health();
        assertEquals(State.DOWN, health.getState());
        assertEquals("invalid_grant", health.getDetails().get("consumer.code"));
        assertFalse(health.toString().contains(tokens.accessToken()));
        assertFalse(health.getDetails().toString().contains(tokens.refreshToken()));
    }

    private void start() throws Exception {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof Bitrix24ImStateChangedEvent change) {
                    states.add(change.getNewState());
                }
            }
        });
        RouteBuilder.addRoutes(context,
                r -> r.from("bitrix24-im:events?initialDelay=0&delay=100").routeId("hears").log("${body}"));
        context.start();
        await("idle", () -> states.equals(List.of(IDLE)));
    }

    private Bitrix24ImConsumer eventConsumer() {
        return (Bitrix24ImConsumer) context.getRoute("hears").getConsumer();
    }

    private Result health() {
        return eventConsumer().getHealthCheck().call();
    }
}

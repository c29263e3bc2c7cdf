package io.github.camelbitrix24.im.consumer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertTrue;

/** Many users in one application. */
class FleetTest extends RouteTest {

    private static final int USERS = 1_200;

    private final Set<String> heard = ConcurrentHashMap.newKeySet();

    @Test
    void moreThanAThousandUsersAreHeardOnAFewThreadsAndStopAtOnce() throws Exception {
        context.disableJMX();
        for (long user = 1_001; user <= 1_000 + USERS; user++) {
            context.getRegistry().bind("user" + user, new WebhookCredentials(portal.user(user).subscribed().webhook()));
        }
        routes(r -> {
            for (long user = 1_001; user <= 1_000 + USERS; user++) {
                r.from("bitrix24-im:events?credentials=#user" + user + "&autoSubscribe=false&initialDelay=0&settleTime=0")
                        .routeId("user" + user).process(e -> heard.add(e.getFromRouteId()));
            }
        });
        for (long user = 1_001; user <= 1_000 + USERS; user += 100) {
            portal.user(12).says(String.valueOf(user), "hello");
        }

        await("all who were talked to", () -> heard.size() == USERS / 100);
        assertTrue(pollers() <= 12, pollers() + " threads poll");
        long began = System.nanoTime();
        context.stop();
        assertTrue(context.isStopped());
        assertTrue(System.nanoTime() - began < context.getShutdownStrategy().getTimeUnit()
                .toNanos(context.getShutdownStrategy().getTimeout()), "the stop ran into Camel's timeout");
    }

    private static long pollers() {
        return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().contains("bitrix24-im-poll")).count();
    }
}

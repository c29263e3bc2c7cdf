package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import org.apache.camel.CamelContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A route that fails after it has handed the event to somebody who still works on it. */
class HandedOverTest extends RouteTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @ParameterizedTest
    @CsvSource({ "true, 1", "true, 4", "false, 1", "false, 4" })
    void theNextOfItsChatWaitsForBoth(boolean breakOnFirstError, int concurrency) throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        context.getRegistry().bind("other", new WebhookCredentials(portal.user(8).webhook()));
        routes(r -> {
            r.errorHandler(r.noErrorHandler());
            // its polls tell how time goes by
            r.from("bitrix24-im:events?" + FAST + "&credentials=#other").log("${body}");
            r.from("bitrix24-im:events?" + FAST + "&breakOnFirstError=" + breakOnFirstError + "&concurrency=" + concurrency)
                    .to("seda:work")
                    .choice().when(e -> goOn.getCount() > 0).throwException(new IllegalStateException("on purpose"));
            r.from("seda:work?concurrentConsumers=4").process(e -> {
                if (seen.isEmpty()) {
                    note(e);
                    assertTrue(goOn.await(20, TimeUnit.SECONDS));
                } else {
                    note(e);
                }
            });
        });
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "one");
        portal.user(12).says("chat5", "two");
        await("the first is worked on", () -> seen.size() == 1);
        int polls = portal.calls("im.v2.Event.get").size();
        await("some time passes", () -> portal.calls("im.v2.Event.get").size() > polls + 15);
        assertEquals(List.of(portal.recorded(7).get(0)), seen);
        goOn.countDown();

        awaitAcknowledged();
        List<Long> ids = portal.recorded(7);
        assertEquals(breakOnFirstError ? List.of(ids.get(0), ids.get(0), ids.get(1)) : ids, seen);
    }
}

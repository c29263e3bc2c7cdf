package io.github.camelbitrix24.im;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.camelbitrix24.im.auth.WebhookAuthorization;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.rest.RestClient;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever goes wrong before a poll, the next one comes. */
class PollLoopTest extends StartTest {

    @Test
    void aPollThatCannotBeginIsTriedAgain() throws Exception {
        bindCredentials();
        context.start();
        Bitrix24ImEndpoint endpoint
                = context.getEndpoint("bitrix24-im:events?credentials=#reader&initialDelay=0", Bitrix24ImEndpoint.class);
        AtomicBoolean memory = new AtomicBoolean();
        RequestBudget budget = new RequestBudget(() -> {
            if (!memory.getAndSet(true)) {
                throw new OutOfMemoryError("on purpose");
            }
            return 0;
        });
        CountDownLatch called = new CountDownLatch(1);
        RestClient client = new RestClient(request -> {
            called.countDown();
            throw new IllegalStateException("on purpose");
        }, new WebhookAuthorization((WebhookCredentials) endpoint.credentials()), budget, System::nanoTime);
        Bitrix24ImConsumer consumer = new Bitrix24ImConsumer(endpoint, exchange -> {
        }, client);
        consumer.setInitialDelay(0);
        consumer.start();

        assertTrue(called.await(20, TimeUnit.SECONDS));
        consumer.stop();
        assertEquals(1, log().linesWith("could not begin").size());
        Await.until(() -> "a permit is kept: " + budget.state(), () -> budget.state().underWay() == 0, RouteTest.SOON);
    }
}

package io.github.camelbitrix24.im;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.consumer.PollScheduler;
import io.github.camelbitrix24.im.rest.RestClient;
import org.apache.camel.support.service.ServiceHelper;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whatever goes wrong before a poll, the next one comes. */
class PollSchedulerTest extends StartTest {

    @Test
    void aPollThatCannotBeginIsTriedAgain() throws Exception {
        bindCredentials();
        context.start();
        Bitrix24ImEndpoint endpoint
                = context.getEndpoint("bitrix24-im:events?credentials=#reader&initialDelay=0", Bitrix24ImEndpoint.class);
        RestClient client = new RestClient(null, endpoint.getConfiguration().getCredentials(), null);
        AtomicInteger attempts = new AtomicInteger();
        CountDownLatch granted = new CountDownLatch(1);
        Bitrix24ImConsumer consumer = new Bitrix24ImConsumer(endpoint, exchange -> {
        }, client) {
            @Override
            public Runnable reserveCall(Consumer<Permit> wanted) {
                if (attempts.incrementAndGet() == 1) {
                    throw new OutOfMemoryError("on purpose");
                }
                granted.countDown();
                return () -> {
                };
            }
        };
        consumer.setInitialDelay(0);
        PollScheduler scheduler = new PollScheduler(null);
        scheduler.setCamelContext(context);
        scheduler.onInit(consumer);
        scheduler.scheduleTask(() -> {
        });
        ServiceHelper.startService(scheduler);
        scheduler.startScheduler();

        assertTrue(granted.await(20, TimeUnit.SECONDS));
        assertEquals(2, attempts.get());
        ServiceHelper.stopService(scheduler);
        assertEquals(1, log().linesWith("could not begin").size());
    }
}

package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.rest.AlteringProxy;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** A scheduler of the user's own, such as cron: one tick is enough, since the next may be a day away. */
class TickTest extends RouteTest {

    private static final String BUSY = "&busyDelay=100";

    private final OneTick cron = new OneTick();

    private void start(String options, int failures) throws Exception {
        reader.subscribed();
        context.getRegistry().bind("cron", cron);
        routes(r -> r.from("bitrix24-im:events?scheduler=#cron" + options).routeId("events").process(e -> {
            if (e.getMessage().getHeader(Bitrix24ImConstants.ATTEMPT, Integer.class) <= failures) {
                throw new IllegalStateException("on purpose");
            }
            note(e);
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "&settleTime=0", "&settleTime=500&concurrency=4", "&limit=7&settleTime=200",
            "&limit=1&settleTime=100&batching=false" })
    void aTickDrainsAndAcknowledges(String options) throws Exception {
        start(BUSY + options, 0);
        for (int i = 0; i < 16; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
        cron.tick();

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertEquals(1, cron.ticks);
    }

    @Test
    void whatFailsAndIsDoneLaterIsAcknowledgedWithoutAnotherTick() throws Exception {
        start(BUSY + "&settleTime=100", 1);
        portal.user(12).says("chat5", "hello");
        cron.tick();

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
    }

    @Test
    void aTickThatFailsIsTriedAgain() throws Exception {
        start(BUSY + "&settleTime=0", 0);
        portal.user(12).says("chat5", "hello");
        portal.fail("im.v2.Event.get", Fault.html(502), 2);
        cron.tick();

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertEquals(1, cron.ticks);
    }

    @Test
    void aPortalThatClaimsMoreAndShowsNothingIsNotAskedAtOnce() throws Exception {
        try (AlteringProxy proxy = new AlteringProxy(
                portal.url(), page -> page.replace("\"hasMore\":false", "\"hasMore\":true"))) {
            context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration()
                    .setCredentials(new WebhookCredentials(reader.webhook().replace(portal.url(), proxy.url())));
            start("&settleTime=0&busyDelay=600000", 0);
            for (int i = 0; i < 20; i++) {
                cron.tick();
            }
            assertEquals(20, portal.calls("im.v2.Event.get").size());
            context.stop();
        }
    }

    @Test
    void whatComesAfterwardsWaitsForTheNextTick() throws Exception {
        start(BUSY + "&settleTime=0", 0);
        portal.user(12).says("chat5", "one");
        cron.tick();
        awaitAcknowledged();
        int calls = portal.calls("im.v2.Event.get").size();
        portal.user(12).says("chat5", "two");
        portal.user(12).says("chat5", "three");
        cron.tick();

        awaitAcknowledged();
        assertEquals(portal.recorded(7), seen);
        assertEquals(true, portal.calls("im.v2.Event.get").size() - calls < 6, "polls only where there is something to do");
    }

    /** Runs its task when the test says so. */
    private static final class OneTick extends ServiceSupport implements ScheduledPollConsumerScheduler {

        private Runnable task;
        private int ticks;
        private CamelContext camelContext;

        void tick() {
            ticks++;
            task.run();
        }

        @Override
        public void onInit(Consumer consumer) {
        }

        @Override
        public void scheduleTask(Runnable task) {
            this.task = task;
        }

        @Override
        public void unscheduleTask() {
        }

        @Override
        public void startScheduler() {
        }

        @Override
        public boolean isSchedulerStarted() {
            return true;
        }

        @Override
        public void setCamelContext(CamelContext camelContext) {
            this.camelContext = camelContext;
        }

        @Override
        public CamelContext getCamelContext() {
            return camelContext;
        }
    }
}

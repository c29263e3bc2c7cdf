package io.github.camelbitrix24.im.observe;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.Bitrix24ImConsumerState;
import io.github.camelbitrix24.im.Bitrix24ImEventsTakenAwayEvent;
import io.github.camelbitrix24.im.Bitrix24ImStateChangedEvent;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.WatchedRouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.HEARING;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.IDLE;
import static io.github.camelbitrix24.im.Bitrix24ImConsumerState.REFUSED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A listener that fails, whatever it throws, holds up neither the events nor other listeners. */
class NotifiersTest extends WatchedRouteTest {

    private final List<CamelEvent> later = new CopyOnWriteArrayList<>();
    private volatile Class<? extends Throwable> thrown;

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @BeforeEach
    void listen() {
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) throws Exception {
                if (isOurs(event)) {
                    Throwable failure = thrown.getConstructor(String.class).newInstance("on purpose");
                    if (failure instanceof Error error) {
                        throw error;
                    }
                    throw (Exception) failure;
                }
            }
        });
        context.getManagementStrategy().addEventNotifier(new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (isOurs(event)) {
                    later.add(event);
                }
            }
        });
    }

    @ParameterizedTest
    @ValueSource(classes = {
            IllegalStateException.class, InterruptedException.class, NoClassDefFoundError.class,
            StackOverflowError.class, OutOfMemoryError.class })
    void aListenerThatFails(Class<? extends Throwable> failure) throws Exception {
        thrown = failure;
        try (LogWatch log = LogWatch.ofRunningRoutes()) {
            CountDownLatch goOn = new CountDownLatch(1);
            hear(FAST + "&concurrency=2", exchange -> {
                note(exchange);
                assertTrue(goOn.await(20, TimeUnit.SECONDS));
            });
            awaitState(IDLE);
            portal.user(12).says("chat5", "one");
            awaitState(HEARING);
            portal.dropRows();
            await("the loss is told", () -> later.stream().anyMatch(Bitrix24ImEventsTakenAwayEvent.class::isInstance));
            goOn.countDown();
            portal.fail(GET, Fault.error("INVALID_CREDENTIALS"), 1);
            awaitState(REFUSED);
            eventConsumer().pollNow();
            await("polled again", () -> {
                List<Bitrix24ImConsumerState> states = states();
                return states.contains(REFUSED) && states.get(states.size() - 1) != REFUSED;
            });

            List<String> lines = log.linesWith("The event notifier ");
            assertTrue(lines.size() >= 4, lines::toString);
            assertTrue(lines.stream().filter(line -> line.startsWith("WARN"))
                    .allMatch(line -> line.contains(failure.getName() + ": on purpose")), lines::toString);
        }
        assertEquals(1, seen.size());
        // a change is told to one listener after the other
        await("the last listener hears what the first hears, " + later, () -> states().equals(later.stream()
                .filter(Bitrix24ImStateChangedEvent.class::isInstance)
                .map(event -> ((Bitrix24ImStateChangedEvent) event).getNewState()).toList()));
    }

    private static boolean isOurs(CamelEvent event) {
        return event instanceof Bitrix24ImStateChangedEvent || event instanceof Bitrix24ImEventsTakenAwayEvent;
    }
}

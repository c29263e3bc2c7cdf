package io.github.camelbitrix24.im.exchange;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SplitDefinition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What was posted for a batch that comes again is not posted again, and nothing new is taken for it. */
class BatchPostsTest extends PollTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat9";

    private final AtomicInteger attempts = new AtomicInteger();
    private final List<Integer> sizes = new CopyOnWriteArrayList<>();

    private interface Steps {
        void add(RouteDefinition route);
    }

    private void answerBatches(String options, Steps steps) throws Exception {
        portal.chat("chat9").members(7, 12);
        reader.subscribed();
        routes(r -> {
            RouteDefinition route = r.from("bitrix24-im:events?batching=true&includeOwn=false&" + BY_HAND + options)
                    .routeId("events").process(e -> sizes.add(e.getMessage().getBody(List.class).size()));
            steps.add(route);
            route.process(e -> {
                if (attempts.incrementAndGet() < 3) {
                    throw new IllegalStateException("after the posts");
                }
            });
        });
    }

    private void talk(int messages) {
        for (int i = 0; i < messages; i++) {
            portal.user(12).says("chat5", "message " + i);
        }
    }

    private List<String> texts() {
        return portal.sent().stream().map(sent -> sent.text()).toList();
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void aPostForTheWholeBatch() throws Exception {
        answerBatches("", route -> route.setBody().simple("${body.size} new").to(SEND).setBody().constant("bye").to(SEND)
                .setBody().constant("bye").to(SEND));
        talk(3);
        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(3, attempts.get());
        assertEquals(List.of("3 new", "bye", "bye"), texts());
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aPostForEachPart(boolean parallel) throws Exception {
        answerBatches("", route -> {
            SplitDefinition split = parallel ? route.split().body().parallelProcessing() : route.split().body();
            split.setBody().constant("ok").to(SEND).end();
        });
        talk(3);
        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(3, attempts.get());
        assertEquals(List.of("ok", "ok", "ok"), texts());
    }

    /** The parts that were answered are known to the route itself, which leaves them out when the batch comes again. */
    @Test
    void aPartThatWasNotPostedYetIsNotTakenForOneThatWas() throws Exception {
        Set<Long> answered = ConcurrentHashMap.newKeySet();
        AtomicBoolean fails = new AtomicBoolean(true);
        answerBatches("", route -> route.split().body()
                .filter(e -> !answered.contains(idOf(e)))
                .process(e -> {
                    if (answered.size() == 1 && fails.getAndSet(false)) {
                        throw new IllegalStateException("before the second post");
                    }
                    answered.add(idOf(e));
                })
                .setBody().constant("ok").to(SEND).end().end());
        talk(4);
        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(4, answered.size());
        assertEquals(List.of("ok", "ok", "ok", "ok"), texts());
    }

    private static Long idOf(Exchange exchange) {
        return exchange.getMessage().getBody(Bitrix24ImEvent.class).getId();
    }

    @Test
    void twoBatchesThatPostTheSameBothPost() throws Exception {
        attempts.set(10);
        answerBatches("&limit=2", route -> route.setBody().constant("new messages").to(SEND));
        talk(4);
        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(sizes.size(), texts().size());
        assertEquals(Set.of("new messages"), new HashSet<>(texts()));
    }

    /** After a restart the batch may have more members; each event is known by itself. */
    @Test
    void aPartIsKnownThoughOthersHaveJoinedTheBatch() throws Exception {
        // it fails until the route has been stopped, however long that takes
        attempts.set(Integer.MIN_VALUE);
        answerBatches("", route -> route.split().body().setBody().simple("answer").to(SEND).end());
        talk(2);
        pollUntil("two answers", () -> texts().size() == 2);
        context.getRouteController().stopRoute("events");
        attempts.set(10);
        talk(1);
        context.getRouteController().startRoute("events");
        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(3, sizes.get(sizes.size() - 1));
        assertEquals(List.of("answer", "answer", "answer"), texts());
    }
}

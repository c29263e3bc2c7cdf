package io.github.camelbitrix24.im.exchange;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.RouteTest;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.support.builder.ExpressionBuilder;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Named.named;

/** A route that posts the same text twice for one event means it: both are posted. */
class RepeatedTextTest extends RouteTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat9";

    static Stream<Named<Consumer<RouteDefinition>>> ways() {
        return Stream.of(
                named("one after the other",
                        route -> route.setBody().constant("ok").to(SEND).setBody().constant("ok").to(SEND)),
                named("split", route -> route.setBody(e -> List.of("ok", "ok")).split().body().to(SEND).end()),
                named("split in parallel", route -> route.setBody(e -> List.of("ok", "ok")).split().body()
                        .parallelProcessing().to(SEND).end()),
                named("loop", route -> route.loop(2).setBody().constant("ok").to(SEND).end()),
                named("loop over copies", route -> route.loop(2).copy().setBody().constant("ok").to(SEND).end()),
                named("multicast", route -> route.setBody().constant("ok").multicast().to(SEND, SEND).end()),
                named("recipient list", route -> route.setBody().constant("ok").recipientList(
                        ExpressionBuilder.constantExpression(SEND + "," + SEND + "&limit=5"))),
                named("wire tap", route -> route.setBody().constant("ok").wireTap(SEND).to(SEND)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void bothArePosted(Consumer<RouteDefinition> way) throws Exception {
        portal.chat("chat9").members(12, 7);
        routes(r -> way.accept(r.from("bitrix24-im:events?includeOwn=false&" + FAST).routeId("answers")));
        NotifyBuilder done = new NotifyBuilder(context).fromRoute("answers").whenCompleted(1).create();
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");

        assertTrue(done.matches(SOON.toSeconds(), TimeUnit.SECONDS), portal::describe);
        await("both", () -> portal.calls("im.message.add").size() == 2);
        awaitAcknowledged();
        assertEquals(List.of("ok", "ok"), portal.sent().stream().map(sent -> sent.text()).toList());
    }
}

package io.github.camelbitrix24.im.exchange;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.camelbitrix24.im.Bitrix24ImComponent;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.auth.WebhookCredentials;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.LambdaRouteBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.UuidGenerator;
import org.apache.camel.support.OffUuidGenerator;
import org.apache.camel.support.SimpleUuidGenerator;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Named.named;

/** What a route means to post is posted, as often as it means it, whatever the ids of its exchanges are. */
class TemplateIdTest extends RouteTest {

    private static final String SEND = "bitrix24-im:send?dialogId=chat5";

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    static Stream<Named<UuidGenerator>> generators() {
        return Stream.of(named("off", new OffUuidGenerator()), named("simple", new SimpleUuidGenerator()),
                named("one for all", () -> "ID-1"));
    }

    @ParameterizedTest
    @MethodSource("generators")
    void idsOfExchangesThatRepeatSwallowNothing(UuidGenerator generator) {
        context.setUuidGenerator(generator);
        context.start();
        template.sendBody(SEND, "alert");
        template.sendBody(SEND, "alert");

        assertEquals(List.of("alert", "alert"), portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @Test
    void anotherNodeWithTheSameIdsPostsToo() throws Exception {
        for (int node = 0; node < 2; node++) {
            try (CamelContext other = new DefaultCamelContext()) {
                other.setUuidGenerator(new SimpleUuidGenerator());
                other.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration()
                        .setCredentials(new WebhookCredentials(reader.webhook()));
                other.start();
                other.createProducerTemplate().sendBody(SEND, "alert");
            }
        }

        assertEquals(2, portal.sent().size());
    }

    @Test
    void camelsRedeliveryPostsOnce() throws Exception {
        context.setUuidGenerator(new OffUuidGenerator());
        routes(r -> {
            r.errorHandler(r.defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0));
            r.from("direct:in").to(SEND);
            r.from("direct:outer").errorHandler(r.defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(0))
                    .to("direct:inner");
            r.from("direct:inner").errorHandler(r.noErrorHandler()).to(SEND);
        });
        for (String route : List.of("direct:in", "direct:outer")) {
            portal.fail("im.message.add", Fault.cutBody(), 5);
            template.sendBody(route, route);
        }

        assertEquals(List.of("direct:in", "direct:outer"), portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = { "split", "parallel", "multicast", "loop", "wireTap", "twice" })
    void copiesThatPostTheSameAllPost(String way) throws Exception {
        context.setUuidGenerator(new OffUuidGenerator());
        routes(r -> {
            r.from("direct:split").split(r.constant(List.of("ok", "ok"))).to(SEND).end();
            r.from("direct:parallel").split(r.constant(List.of("ok", "ok"))).parallelProcessing().to(SEND).end();
            r.from("direct:multicast").multicast().to(SEND, SEND + "&limit=5");
            r.from("direct:loop").loop(2).setBody(r.constant("ok")).to(SEND).end();
            r.from("direct:wireTap").wireTap(SEND).to(SEND);
            r.from("direct:twice").to(SEND).setBody(r.constant("ok")).to(SEND);
        });
        template.sendBody("direct:" + way, "ok");

        await("both", () -> portal.calls("im.message.add").size() == 2);
        assertEquals(List.of("ok", "ok"), portal.sent().stream().map(sent -> sent.text()).toList());
    }

    @Test
    void textsThatDifferInHalfACharacterAreDifferent() {
        context.start();
        for (String text : List.of("a?", "a\ud83d", "a\udc4d")) {
            template.sendBodyAndHeader(SEND, text, Bitrix24ImConstants.EVENT_ID, 9L);
        }

        assertEquals(3, portal.calls("im.message.add").stream().map(call -> call.param("TEMPLATE_ID")).distinct().count());
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = { "nothing", "CamelBitrix24Im*" })
    void anotherEventWithTheSameIdIsAnsweredTooAfterARestore(String removed) throws Exception {
        routes(answering(removed));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "before");
        await("the first answer", () -> portal.sent().size() == 1);
        awaitAcknowledged();
        portal.clock().advance(Duration.ofMinutes(5));
        portal.restartIdsAt(portal.recorded(7).get(0));
        portal.user(12).says("chat5", "after");

        await("the second answer", () -> portal.sent().size() == 2);
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = { "nothing", "CamelBitrix24Im*" })
    void theAnswerToAnEventThatComesAgainIsPostedOnce(String removed) throws Exception {
        RouteBuilder.addRoutes(context, answering(removed));
        AdviceWith.adviceWith(context, "answers", advice -> {
            advice.weaveAddFirst().process(this::note);
            advice.weaveAddLast().process(e -> {
                if (seen.size() == 1) {
                    throw new IllegalStateException("after the answer");
                }
            });
        });
        context.start();
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "ping");

        await("routed twice", () -> seen.size() == 2);
        awaitAcknowledged();
        assertEquals(1, portal.sent().size());
    }

    private static LambdaRouteBuilder answering(String removed) {
        return r -> r.from("bitrix24-im:events?includeOwn=false&" + FAST).routeId("answers").removeHeaders(removed)
                .setBody(r.constant("pong")).to(SEND);
    }
}

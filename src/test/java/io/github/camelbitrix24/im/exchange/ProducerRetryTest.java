package io.github.camelbitrix24.im.exchange;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.Bitrix24ImUnavailableException;
import io.github.camelbitrix24.im.ProducerTest;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelExecutionException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

/**
 * A producer makes its call again only where that does no harm.
 */
class ProducerRetryTest extends ProducerTest {

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void aMessageIsPostedOnceThoughItsAnswerIsLost() {
        portal.fail("im.message.add", Fault.cutBody(), 2);
        Long id = template.requestBody("bitrix24-im:send?dialogId=chat5", "hello", Long.class);

        assertEquals(3, portal.calls("im.message.add").size());
        assertEquals(1, portal.sent().size());
        assertEquals(portal.sent().get(0).id(), id);
    }

    @Test
    void whatTheRoutePostsTwiceOnPurposeIsPostedTwice() throws Exception {
        routes(r -> r.from("direct:twice").to("bitrix24-im:send?dialogId=chat5").setBody(r.constant("hello"))
                .to("bitrix24-im:send?dialogId=chat5"));
        template.sendBody("direct:twice", "hello");
        template.sendBody("direct:twice", "hello");

        assertEquals(4, portal.sent().size());
    }

    @Test
    void aRouteThatIsCalledAgainPostsNothingTwice() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        routes(r -> {
            r.from("direct:outer").errorHandler(r.defaultErrorHandler().maximumRedeliveries(2).redeliveryDelay(0))
                    .to("direct:inner").setBody(r.constant("hello")).to("bitrix24-im:send?dialogId=chat5");
            r.from("direct:inner").errorHandler(r.noErrorHandler())
                    .to("bitrix24-im:send?dialogId=chat5").setBody(r.constant("hello")).to("bitrix24-im:send?dialogId=chat5")
                    .process(exchange -> {
                        if (attempts.incrementAndGet() < 3) {
                            throw new IllegalStateException("after both were posted");
                        }
                    });
        });
        template.sendBody("direct:outer", "hello");

        assertEquals(3, attempts.get());
        assertEquals(3, portal.sent().size());
    }

    @Test
    void whatALoopPostsAfterAStepWasDoneAgainIsPostedEachTime() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        routes(r -> r.from("direct:loop").errorHandler(r.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(0))
                .process(exchange -> {
                    if (attempts.incrementAndGet() < 2) {
                        throw new IllegalStateException("before anything was posted");
                    }
                })
                .loop(3).copy().to("bitrix24-im:send?dialogId=chat5").end());
        template.sendBody("direct:loop", "hello");

        assertEquals(3, portal.sent().size());
    }

    @Test
    void aCallThatMayHaveActedIsNotRepeated() {
        portal.fail("im.message.update", Fault.droppedAfterActing(), 1);

        CamelExecutionException thrown = assertThrows(CamelExecutionException.class,
                () -> template.requestBody("bitrix24-im:call?method=im.message.update", Map.of("MESSAGE_ID", 1)));
        assertInstanceOf(Bitrix24ImUnavailableException.class, thrown.getCause());
        assertEquals(1, portal.calls("im.message.update").size());
    }

    /** Apache HttpClient would repeat it. */
    @Test
    void norIsOneThatAProxyAnswersInThePortalsPlace() {
        portal.fail("im.message.update", Fault.html(503), 1);

        CamelExecutionException thrown = assertThrows(CamelExecutionException.class,
                () -> template.requestBody("bitrix24-im:call?method=im.message.update", Map.of("MESSAGE_ID", 1)));
        assertInstanceOf(Bitrix24ImUnavailableException.class, thrown.getCause());
        assertEquals(1, portal.calls("im.message.update").size());
    }

    @Test
    void aCallThatOnlyReadsIsRepeated() {
        portal.fail("server.time", Fault.html(502), 2);
        template.requestBody("bitrix24-im:call?method=server.time", null, String.class);

        assertEquals(3, portal.calls("server.time").size());
    }

    @Test
    void aRejectedCallIsRepeatedWhateverItDoes() {
        portal.fail("im.message.update", Fault.error("QUERY_LIMIT_EXCEEDED"), 1);

        assertThrows(CamelExecutionException.class,
                () -> template.requestBody("bitrix24-im:call?method=im.message.update", Map.of("MESSAGE_ID", 1)));
        assertEquals(2, portal.calls("im.message.update").size());
    }

    @Test
    void aRefusedCallIsNotRepeated() {
        portal.fail("server.time", Fault.error("INVALID_CREDENTIALS"), 1);

        assertThrows(CamelExecutionException.class,
                () -> template.requestBody("bitrix24-im:call?method=server.time", (Object) null));
        assertEquals(1, portal.calls("server.time").size());
    }
}

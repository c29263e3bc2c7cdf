package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.camelbitrix24.im.RouteTest;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.StoredMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What a route did for an event that comes again it does not do twice. */
class RepeatedEventTest extends RouteTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void nothingIsPostedEditedOrReactedTwice(boolean batching) throws Exception {
        Random random = new Random(batching ? 1 : 2);
        List<Fault> faults = List.of(Fault.dropped(), Fault.droppedAfterActing(), Fault.none());
        reader.subscribed();
        routes(r -> {
            r.from("bitrix24-im:events?includeOwn=false&batching=" + batching + "&" + FAST)
                    .split().body().to("direct:answer").end()
                    .process(exchange -> {
                        if (attempts.incrementAndGet() % 3 != 0) {
                            throw new IllegalStateException("after the answer");
                        }
                    });
            r.from("direct:answer").errorHandler(r.noErrorHandler())
                    .setHeader("CamelBitrix24ImReplyTo", r.simple("${body.message.id}"))
                    .setVariable("asked", r.simple("${body.message.text}"))
                    .to("bitrix24-im:react?reaction=eyes")
                    .setBody(r.simple("working on ${variable.asked}"))
                    .to("bitrix24-im:send?dialogId=chat5")
                    .setBody(r.simple("done: ${header.CamelBitrix24ImReplyTo}")).to("bitrix24-im:edit")
                    .removeHeader("CamelBitrix24ImReplyTo")
                    .setBody(r.constant("bye")).to("bitrix24-im:send?dialogId=chat5").to("bitrix24-im:delete?dialogId=chat5");
        });
        long[] asked = new long[4];
        for (int i = 0; i < asked.length; i++) {
            for (String method : List.of("im.v2.Chat.Message.send", "im.message.update", "im.v2.Chat.Message.Reaction.add",
                    "im.message.delete")) {
                portal.fail(method, faults.get(random.nextInt(faults.size())));
            }
            asked[i] = portal.user(12).says("chat5", "m" + i);
            int n = i + 1;
            await("all acknowledged", () -> portal.acknowledged(7).size() >= n && portal.pending(7).isEmpty());
        }

        List<StoredMessage> answers
                = portal.transcript().of("chat5").stream().filter(message -> message.authorId() == 7).toList();
        assertEquals(4, answers.size());
        for (int i = 0; i < asked.length; i++) {
            assertEquals(asked[i], answers.get(i).replyTo());
            assertEquals("done: " + asked[i], answers.get(i).text());
            assertEquals(Map.of(7L, "eyes"), portal.message(asked[i]).reactions());
        }
    }
}

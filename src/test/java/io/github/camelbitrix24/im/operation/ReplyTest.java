package io.github.camelbitrix24.im.operation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Behaviour.Replies;
import io.github.camelbitrix24.im.testkit.Behaviour.UndocumentedMethods;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReplyTest extends ConversationTest {

    private static final String REPLY = "bitrix24-im:send?reply=true&dialogId=chat5";

    private Map<String, Object> of(long messageId) {
        return Map.of(MESSAGE, messageId);
    }

    @Test
    void theEventsMessageIsAnswered() throws Exception {
        portal.behave(Replies.IGNORED);
        reader.subscribed();
        routes(r -> {
            r.from("bitrix24-im:events?includeOwn=false&" + FAST).setBody(r.constant("it is"))
                    .to("bitrix24-im:send?reply=true");
        });
        long asked = portal.user(12).says("chat5", "and room 5?");
        portal.await(p -> p.sent().size() == 1, SOON);

        assertEquals(asked, portal.sent().get(0).replyTo());
        assertEquals("it is", portal.sent().get(0).text());
    }

    @Test
    void theHeaderNamesAnotherMessage() {
        long other = portal.user(12).says("chat5", "never mind");
        Object id = result(REPLY, "yes", Map.of(MESSAGE, other, Bitrix24ImConstants.REPLY_TO, String.valueOf(question)));

        assertEquals(question, message((Long) id).replyTo());
    }

    @ParameterizedTest
    @EnumSource(value = UndocumentedMethods.class, mode = EnumSource.Mode.EXCLUDE, names = "PRESENT")
    void aPortalWithoutTheMethodIsAskedForItOnce(UndocumentedMethods portals) {
        portal.behave(portals);
        result(REPLY, "one", of(question));
        result(REPLY, "two", of(question));

        assertEquals(List.of("im.v2.Chat.Message.send", "im.message.add", "im.message.add"), methods());
        assertEquals(Arrays.asList(question, question), portal.sent().stream().map(sent -> sent.replyTo()).toList());
    }

    @Test
    void anAnswerToAMessageThatIsGoneStandsAlone() {
        portal.user(12).deletes(question);
        Object id = result(REPLY, "yes", of(question));

        assertNull(message((Long) id).replyTo());
        assertEquals(List.of("yes"), texts("chat5"));
    }

    @Test
    void soItDoesOnAPortalWithoutTheMethod() {
        portal.behave(UndocumentedMethods.MISSING);
        portal.user(12).deletes(question);
        result(REPLY, "yes", of(question));

        assertEquals(List.of("yes"), texts("chat5"));
    }

    @Test
    void aReplyThatTheRouteNamesMustBePossible() {
        portal.chat("chat6").members(7, 12);
        long elsewhere = portal.user(12).says("chat6", "elsewhere");

        String why = why("bitrix24-im:send?dialogId=chat5", "yes", Map.of(Bitrix24ImConstants.REPLY_TO, elsewhere));
        assertTrue(why.contains("REPLY_ERROR"), why);
        assertEquals(List.of(), texts("chat5"));
    }

    @Test
    void withoutAMessageThereIsNothingToReplyTo() {
        String why = whyNothingIsSent(REPLY, "yes", Map.of());
        assertTrue(why.contains("CamelBitrix24ImMessageId") && why.contains("CamelBitrix24ImReplyTo") && why.contains("8802"),
                why);

        why = whyNothingIsSent("bitrix24-im:send?dialogId=chat5", "yes", Map.of(Bitrix24ImConstants.REPLY_TO, "abc"));
        assertTrue(why.contains("CamelBitrix24ImReplyTo"), why);
    }

    @Test
    void aReplyIsPostedOnceThoughItsAnswerIsLost() {
        portal.fail("im.v2.Chat.Message.send", Fault.droppedAfterActing(), 2);
        Object id = result(REPLY, "yes", of(question));

        assertEquals(List.of("yes"), texts("chat5"));
        assertEquals(question, message((Long) id).replyTo());
    }

    @Test
    void aPostThatStallsIsAskedForUntilItIsThere() throws Exception {
        Fault.Stalled stalled = Fault.stalled();
        portal.fail("im.v2.Chat.Message.send", stalled);
        var answer = template.asyncRequestBodyAndHeader(
                REPLY + "&connectTimeout=500&responseTimeout=500", "yes", MESSAGE, question, Long.class);
        stalled.await(SOON);
        portal.await(p -> p.calls("im.v2.Chat.Message.send").stream().anyMatch(call -> call.error().equals("SENDING_FAILED")),
                SOON);
        stalled.release();

        long id = answer.get();
        assertEquals(portal.sent().get(0).id(), id);
        assertEquals(List.of("yes"), texts("chat5"));
    }
}

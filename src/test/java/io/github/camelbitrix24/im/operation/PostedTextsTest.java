package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.SentMessage;
import org.apache.camel.Exchange;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PostedTextsTest extends ConversationTest {

    private static final String SPLIT = "bitrix24-im:send?dialogId=chat5&longText=split";

    private static final String LONG = "[b]Привет 👍🏽[/b] одно слово\n".repeat(1_700);

    private List<String> sentTexts() {
        return portal.sent().stream().map(SentMessage::text).toList();
    }

    @Test
    void foreignTextMentionsNobody() {
        result("bitrix24-im:send?dialogId=chat5&textFormat=plain", "[USER=12]you[/USER] www.acme.example [SEND=/x]go[/SEND]",
                Map.of());

        assertTrue(sentTexts().get(0).startsWith("[\u200bUSER=12]"), sentTexts()::toString);
    }

    @Test
    void markdownBecomesBbCodes() {
        Object id = result("bitrix24-im:send?dialogId=chat5&textFormat=markdown", "**now**", Map.of());
        assertEquals("[b]now[/b]", message((Long) id).text());
        result("bitrix24-im:edit?textFormat=markdown", "~~now~~", Map.of(SENT, id));

        assertEquals("[s]now[/s]", message((Long) id).text());
    }

    @Test
    void aLongTextIsPostedInPartsInOrder() {
        long asked = portal.user(12).says("chat5", "tell me everything");
        Exchange sent = send(SPLIT + "&reply=true", LONG, Map.of(MESSAGE, asked, Bitrix24ImConstants.KEYBOARD,
                "[{\"TEXT\":\"More\",\"LINK\":\"/x\"}]"));

        List<SentMessage> parts = portal.sent();
        assertTrue(LONG.codePointCount(0, LONG.length()) > 40_000);
        assertEquals(3, parts.size());
        assertTrue(parts.stream().allMatch(part -> part.text().codePointCount(0, part.text().length()) <= 20_000));
        assertEquals(LONG.strip(), String.join("\n", sentTexts().stream().map(String::strip).toList()));
        assertEquals(asked, parts.get(0).replyTo());
        assertEquals(List.of(0, 0, 1), parts.stream().map(part -> part.keyboard().size()).toList());
        assertEquals(parts.get(2).id(), sent.getMessage().getHeader(SENT));
        assertEquals(3, parts.stream().map(SentMessage::templateId).distinct().count());
    }

    @Test
    void eachPartIsPostedOnceThoughTheEventComesAgain() throws Exception {
        reader.subscribed();
        portal.fail("im.message.add", Fault.droppedAfterActing(), 1);
        routes(r -> {
            r.from("bitrix24-im:events?includeOwn=false&" + FAST).setBody(r.constant(LONG))
                    .errorHandler(r.defaultErrorHandler().maximumRedeliveries(1).redeliveryDelay(1))
                    .to(SPLIT)
                    .process(exchange -> {
                        note(exchange);
                        if (seen.size() < 3) {
                            throw new IllegalStateException("after the parts");
                        }
                    });
        });
        portal.user(12).says("chat5", "tell me everything");
        awaitAcknowledged();

        assertEquals(3, portal.sent().size());
    }

    /** The middle part fails for good at first; the parts before it are not posted again by the error handler. */
    @Test
    void partsThatArePostedStayPostedWhenTheErrorHandlerTriesAgain() throws Exception {
        routes(r -> {
            r.from("direct:in").errorHandler(r.defaultErrorHandler().maximumRedeliveries(3).redeliveryDelay(1)).to(SPLIT);
        });
        portal.fail("im.message.add", Fault.none(), 1);
        portal.fail("im.message.add", Fault.error("INTERNAL_SERVER_ERROR"), 4);
        template.sendBody("direct:in", LONG);

        assertEquals(3, portal.sent().size());
        assertEquals(LONG.strip(), String.join("\n", sentTexts().stream().map(String::strip).toList()));
    }

    @Test
    void aLongTextWithAKeyOrForAMessageThatWasSentIsRefused() {
        String why = whyNothingIsSent("bitrix24-im:edit?longText=split", LONG, Map.of(SENT, 5));
        assertTrue(why.contains("too long for one message"), why);

        why = whyNothingIsSent("bitrix24-im:edit", LONG, Map.of(SENT, 5));
        assertTrue(why.contains("longText"), why);
    }

    @Test
    void whatThisVersionLacksIsSaidAtTheStart() {
        Exception why = assertThrows(ResolveEndpointFailedException.class,
                () -> send("bitrix24-im:send?dialogId=chat5&textFormat=html", "x", Map.of()));
        assertTrue(why.getMessage().contains("Option textFormat must be one of bb, plain, markdown, but is 'html'."),
                why::getMessage);
        result("bitrix24-im:send?dialogId=chat5&textFormat=Plain", "any case", Map.of());
    }

    @Test
    void halfASurrogatePairIsMended() {
        result("bitrix24-im:send?dialogId=chat5", "half \ud83d of it", Map.of());

        assertEquals("half \ufffd of it", sentTexts().get(0));
    }

    @Test
    void dataTypesGoTheOtherWay() throws Exception {
        routes(r -> {
            r.from("direct:markdown").transformDataType("bitrix24-im:text-markdown");
            r.from("direct:plain").transformDataType("bitrix24-im:text-plain");
        });
        Exchange markdown = send("direct:markdown", "[b]now[/b] [user=7]Ilse[/user]", Map.of());
        assertEquals("**now** Ilse", markdown.getMessage().getBody());
        assertEquals("text/markdown", markdown.getMessage().getHeader(Exchange.CONTENT_TYPE));
        List<?> history = (List<?>) result("bitrix24-im:history?dialogId=chat5", null, Map.of());
        assertEquals("is room 4 free?", result("direct:plain", history.get(0), Map.of()));
        String why = why("direct:plain", List.of("x"), Map.of());
        assertTrue(why.contains("setBody"), why);
    }
}

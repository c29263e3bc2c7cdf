package io.github.camelbitrix24.im;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.testkit.Draft;
import io.github.camelbitrix24.im.testkit.Fault;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

/** Who may talk to a route: what the options leave out is acknowledged, counted by reason, and never routed. */
class AudienceTest extends WatchedRouteTest {

    private final List<String> heard = new CopyOnWriteArrayList<>();

    @BeforeEach
    void everybodyTalks() {
        portal.user(51).bot();
        portal.user(233).customer();
        portal.user(40).extranet();
        portal.user(41).guest();
        portal.chat("chat5").members(7, 12, 51, 40, 41);
        portal.chat("chat6").channel().members(7, 12).owner(12);
        portal.chat("chat8").openLine("telegrambot", 233).members(7, 233);
        reader.subscribed();
        portal.user(12).says("chat5", "group");
        portal.user(12).says("7", "private");
        portal.user(12).says("chat6", "channel");
        portal.user(233).says("chat8", "customer");
        portal.user(51).says("chat5", "bot");
        portal.user(40).says("chat5", "partner");
        portal.user(41).says("chat5", "guest");
        portal.chat("chat5").announces("renamed");
        reader.says("chat5", "mine");
        portal.user(12).says("chat5", "[USER=7]Robin[/USER] mention");
    }

    private void hear(Exchange exchange) {
        heard.add(exchange.getMessage().getBody(Bitrix24ImEvent.class).getMessage().getText()
                .replaceAll(".*] ", ""));
    }

    private void listen(String options) throws Exception {
        hear("eventTypes=messageAdd&settleTime=0&" + options + "&initialDelay=0&delay=100&busyDelay=100", this::hear);
        awaitAcknowledged();
        await("all handed out", () -> heard.size() + eventConsumer().getEventsLeftOut() == portal.recorded(7).size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "senders=staff                 | group private channel mine mention", "senders=BOT, guest | customer bot guest",
            "senders=extranet,system       | partner renamed", "dialogs=12,chat6 | private channel",
            "dialogs=CHAT8                 | customer", "chats=private | private", "chats=openLine,channel | channel customer",
            "chats=group&senders=staff     | group mine mention", "chats=group&senders=staff&includeOwn=false | group mention",
            "mentionOnly=true              | private mention",
            "mentionOnly=true&senders=staff&chats=group&dialogs=chat5 | mention" })
    void onlyTheyAreHeardAndTheOthersAreAcknowledgedUnseen(String options, String texts) throws Exception {
        listen(options);

        assertEquals(List.of(texts.split(" ")), heard);
        assertEquals(portal.recorded(7), portal.acknowledged(7));
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void withoutOptionsEverybodyIsHeardAndTheHeaderSaysWhoTheyAre() throws Exception {
        hear(FAST + "&eventTypes=messageAdd", exchange -> heard.add(exchange.getMessage().getHeader(Bitrix24ImConstants.SENDER)
                                                                    + ""));
        awaitAcknowledged();

        assertEquals(List.of("staff", "staff", "staff", "guest", "bot", "extranet", "guest", "system", "staff", "staff"),
                heard);
        assertEquals(0, eventConsumer().getEventsLeftOut());
    }

    @Test
    void whatIsLeftOutIsCountedOnceByTheFirstReason() throws Exception {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        context.getRegistry().bind("meters", registry);
        portal.user(13).joins("chat5");
        hear("eventTypes=messageAdd&includeOwn=false&dialogs=12,chat5&chats=private,group&senders=staff&mentionOnly=true"
             + "&initialDelay=0&delay=50&busyDelay=50&settleTime=1s",
                this::hear);
        awaitAcknowledged();

        assertEquals(List.of("private", "mention"), heard);
        assertEquals(9, eventConsumer().getEventsLeftOut());
        assertEquals(1, eventConsumer().getEventsLeftOutByType());
        assertEquals(1, eventConsumer().getEventsLeftOutByOwn());
        assertEquals(2, eventConsumer().getEventsLeftOutByDialog());
        assertEquals(0, eventConsumer().getEventsLeftOutByChat());
        assertEquals(4, eventConsumer().getEventsLeftOutBySender());
        assertEquals(1, eventConsumer().getEventsLeftOutByMention());
        assertEquals(2, eventConsumer().getEventsReceived());
        assertEquals(4, registry.get("camel.bitrix24.im.events.leftout").tag("reason", "sender").functionCounter().count());
        assertEquals(1, registry.get("camel.bitrix24.im.events.leftout").tag("reason", "mention").functionCounter().count());
    }

    @Test
    void thoseOfWhomThePortalDoesNotTellAreHeardByEverybodyOnly() throws Exception {
        portal.record(7, "ONIMV2MESSAGEADD",
                "{\"message\":{\"id\":1,\"authorId\":12,\"text\":\"stub\"},\"chat\":{\"id\":5},\"user\":{\"id\":12}}");
        listen("senders=staff,extranet,bot,guest,system");

        assertEquals(
                List.of("group", "private", "channel", "customer", "bot", "partner", "guest", "renamed", "mine", "mention"),
                heard);
        assertEquals(1, eventConsumer().getEventsLeftOutBySender());
    }

    @Test
    void aReplyToTheOwnMessageIsHeardLikeAMention() throws Exception {
        long mine = reader.says("chat5", "question");
        portal.user(12).says("chat5", Draft.text("reply").replyTo(mine));
        listen("mentionOnly=true&dialogs=chat5");

        assertEquals(List.of("mention", "reply"), heard);
    }

    @Test
    void nothingIsReadForMentionsBeforeItIsKnownWhoIsMentioned() throws Exception {
        portal.fail("profile", Fault.html(502), 2);
        listen("mentionOnly=true");

        assertEquals(List.of("private", "mention"), heard);
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void batchesHoldOnlyWhatIsHeard() throws Exception {
        hear("batching=true&senders=bot&" + FAST,
                exchange -> heard.add(exchange.getMessage().getBody(List.class).size() + ""));
        awaitAcknowledged();

        assertEquals(List.of("1"), heard);
    }

    @Test
    void whoeverAsksForOneEventGetsOneThatIsHeard() throws Exception {
        context.start();
        Exchange exchange = context.createConsumerTemplate().receive(
                "bitrix24-im:events?eventTypes=messageAdd&senders=bot&settleTime=0&delay=50&busyDelay=50", SOON.toMillis());

        assertNotNull(exchange);
        hear(exchange);
        assertEquals(List.of("bot"), heard);
        assertNull(exchange.getException());
    }

    @Test
    void optionsOfTheComponentHoldForItsRoutes() throws Exception {
        context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration().setSenders("bot");
        routes(r -> r.from("bitrix24-im:events?eventTypes=messageAdd&" + FAST).process(AudienceTest.this::hear));
        awaitAcknowledged();

        assertEquals(List.of("bot"), heard);
    }
}

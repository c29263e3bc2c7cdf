package io.github.camelbitrix24.im;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Where a step's option, a message's header and the component's default name different things. */
class StepOptionTest extends ProducerTest {

    private static final Map<String, Object> FROM_CHAT5 = Map.of(Bitrix24ImConstants.DIALOG_ID, "chat5");

    private LogWatch log;

    @BeforeEach
    void prepare() {
        portal.chat("chat6").members(7, 12);
        portal.chat("chat9").members(7, 12);
        log = LogWatch.ofRunningRoutes();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    private Bitrix24ImConfiguration defaults() {
        return context.getComponent("bitrix24-im", Bitrix24ImComponent.class).getConfiguration();
    }

    private List<String> dialogs() {
        return portal.sent().stream().map(sent -> sent.dialogId()).toList();
    }

    @Test
    void aStepThatNamesADialogPostsThereThoughTheEventCameFromElsewhere() throws Exception {
        RouteBuilder.addRoutes(context,
                r -> r.from("bitrix24-im:events?includeOwn=false&" + FAST).setBody(r.simple("seen: ${body.message.text}"))
                        .to("bitrix24-im:send?dialogId=chat9").process(e -> note(e)));
        portal.await(p -> p.subscribed(7), SOON);
        portal.user(12).says("chat5", "hello");
        portal.user(12).says("chat5", "again");

        await("two", () -> seen.size() == 2);
        assertEquals(List.of("chat9", "chat9"), dialogs());
        assertEquals(1, log.linesWith("names the option dialogId").size());
    }

    @Test
    void theComponentsDefaultLosesToTheHeaderAndNothingIsSaid() {
        defaults().setDialogId("chat6");

        result("bitrix24-im:send", "a", FROM_CHAT5);
        result("bitrix24-im:send", "b", Map.of());
        result("bitrix24-im:send?dialogId=", "c", FROM_CHAT5);
        result("bitrix24-im:send?dialogId=chat9", "d", Map.of());
        result("bitrix24-im:send?dialogId=chat9", "e", FROM_CHAT5);

        assertEquals(List.of("chat5", "chat6", "chat5", "chat9", "chat9"), dialogs());
        assertEquals(1, log.linesWith("names the option").size());
    }

    @Test
    void aStepThatNamesWhatIsTheDefaultAnywayMeansIt() {
        defaults().setDialogId("chat6");

        result("bitrix24-im:send?dialogId=chat6", "a", FROM_CHAT5);
        result("bitrix24-im:send?dialog-id=chat6", "b", FROM_CHAT5);

        assertEquals(List.of("chat6", "chat6"), dialogs());
    }

    @Test
    void aDynamicStepPostsWhereItIsTold() throws Exception {
        RouteBuilder.addRoutes(context, r -> r.from("direct:in").toD("bitrix24-im:send?dialogId=${header.to}"));
        Map<String, Object> headers = new HashMap<>(FROM_CHAT5);
        headers.put("to", "chat9");

        result("direct:in", "a", headers);

        assertEquals(List.of("chat9"), dialogs());
    }

    @Test
    void aDynamicStepWithManyDialogsDoesNotFillTheLog() {
        for (int chat = 1_000; chat < 1_150; chat++) {
            portal.chat("chat" + chat).members(7, 12);
            result("bitrix24-im:send?dialogId=chat" + chat, "a", FROM_CHAT5);
        }

        assertEquals(150, portal.sent().size());
        assertEquals(100, log.linesWith("names the option dialogId").size());
    }

    @Test
    void thereIsNothingToSayWhereBothNameTheSame() {
        result("bitrix24-im:send?dialogId=chat5", "a", FROM_CHAT5);
        result("bitrix24-im:send", "b", FROM_CHAT5);

        assertEquals(List.of(), log.ownMessages());
    }

    @Test
    void theHeaderForTheMethodWinsSinceOnlyTheRouteSetsItAndThatIsSaidOnce() {
        Map<String, Object> serverTime = Map.of(Bitrix24ImConstants.METHOD, "server.time");
        defaults().setMethod("scope");

        result("bitrix24-im:call?method=profile", null, serverTime);
        result("bitrix24-im:call?method=profile", null, serverTime);
        result("bitrix24-im:call?method=profile", null, Map.of());
        result("bitrix24-im:call", null, Map.of());
        result("bitrix24-im:call", null, serverTime);

        assertEquals(List.of("server.time", "server.time", "profile", "scope", "server.time"),
                portal.calls().stream().map(call -> call.method()).toList());
        List<String> lines = log.linesWith("names the option method");
        assertEquals(1, lines.size());
        assertTrue(lines.get(0).contains("The header applies"), lines.get(0));
    }
}

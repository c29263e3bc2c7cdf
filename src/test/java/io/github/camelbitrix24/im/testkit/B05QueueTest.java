package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class B05QueueTest extends BotPortalTest {

    private static final String GET = "imbot.v2.Event.get";

    @BeforeEach
    void freeze() {
        portal.clock().freeze();
    }

    private void said(int count) {
        for (int i = 0; i < count; i++) {
            ilse.says("" + desk.id(), "message " + i);
        }
    }

    @Test
    void anOffsetDeletesWhatIsBelowAndNothingElseDoes() throws Exception {
        said(3);
        List<Long> all = portal.pending(desk.id());
        assertEquals(4, all.size());
        assertEquals(all, ids(answer(GET, "")));
        assertEquals(all, ids(answer(GET, "'offset':0")));
        JsonNode page = answer(GET, "'offset':" + all.get(2) + ",'limit':1");
        assertEquals(List.of(all.get(2)), ids(page));
        assertTrue(page.get("hasMore").booleanValue());
        assertEquals(all.get(2) + 1, page.get("nextOffset").longValue());
        assertEquals(all.subList(0, 2), portal.acknowledged(desk.id()));
        assertEquals(all.subList(2, 4), portal.pending(desk.id()));
        assertEquals(List.of(), portal.lost(desk.id()));
    }

    @Test
    void theEmptyMarkerLasts60SecondsAndIsTheBotsOwn() throws Exception {
        portal.behave(Behaviour.MarkerRace.READER_WINS);
        assertEquals(List.of(), ids(answer(GET, "")));
        EmulatedBot second = portal.bot("second", "t2");
        said(1);
        ilse.says("" + second.id(), "hello");
        assertEquals(List.of(), ids(answer(GET, "")));
        assertEquals(2, ids(answer(second, GET, "")).size());
        portal.clock().advance(Duration.ofSeconds(60));
        assertEquals(2, ids(answer(GET, "")).size());
    }

    @Test
    void rowsAreGoneAfter24Hours() throws Exception {
        said(1);
        portal.clock().advance(Duration.ofHours(24).plusSeconds(1));
        assertEquals(List.of(), ids(answer(GET, "'offset':1")));
        assertEquals(2, portal.purged(desk.id()).size());
    }

    @Test
    void parametersAreBoundAsThoseOfUsers() throws Exception {
        assertError(400, "100", "Invalid value {abc} to match with parameter {offset}. Should be value of type int.",
                ask(GET, "'offset':'abc'"));
        said(3);
        assertEquals(1, ids(answer(GET, "'limit':0")).size());
    }

    @Test
    void userEventsNeedTheScopeAndASubscription() throws Exception {
        ilse.scopes("imbot");
        refused("SCOPE_ERROR", ask(GET, "'withUserEvents':true"));
        ilse.scopes("imbot", "im");
        refused("USER_NOT_SUBSCRIBED", ask(GET, "'withUserEvents':true"));
        ilse.subscribed();
        assertEquals(200, ask(GET, "'withUserEvents':true").statusCode());
        assertEquals(200, ask(GET, "'withUserEvents':'false'").statusCode());
    }

    @Test
    void oneOffsetAcknowledgesBothQueues() throws Exception {
        ilse.subscribed();
        ilse.says("" + desk.id(), "to the bot");
        marco.says("7", "to ilse");
        ilse.says("" + desk.id(), "to the bot again");
        JsonNode page = answer(GET, "'withUserEvents':true");
        List<Long> ids = ids(page);
        assertEquals(ids.stream().sorted().toList(), ids);
        assertEquals(List.of("ONIMBOTV2JOINCHAT", "ONIMV2MESSAGEADD", "ONIMBOTV2MESSAGEADD", "ONIMV2MESSAGEADD",
                "ONIMV2MESSAGEADD", "ONIMBOTV2MESSAGEADD"),
                page.get("events").findValuesAsText("type").stream()
                        .filter(type -> type.startsWith("ONIM")).toList());
        answer(GET, "'withUserEvents':true,'offset':" + page.get("nextOffset"));
        assertEquals(List.of(), portal.pending(desk.id()));
        assertEquals(List.of(), portal.pending(7));
        assertEquals(3, portal.acknowledged(7).size());
    }

    @Test
    void withUserEventsNobodyLooksOnlyIfBothQueuesAreMarked() throws Exception {
        portal.behave(Behaviour.MarkerRace.READER_WINS);
        ilse.subscribed();
        answer(GET, "");
        ilse.says("" + desk.id(), "hello");
        assertEquals(0, ids(answer(GET, "")).size());
        assertEquals(3, ids(answer(GET, "'withUserEvents':true")).size());
    }

    @Test
    void rowsMayBecomeVisibleLate() throws Exception {
        said(1);
        LateRows late = portal.withholdVisibility(() -> said(1));
        said(1);
        assertEquals(List.of(1L, 2L, 4L), ids(answer(GET, "")));
        late.commit();
        assertEquals(List.of(1L, 2L, 3L, 4L), ids(answer(GET, "")));
        answer(GET, "'offset':5");
        assertEquals(List.of(), portal.lost(desk.id()));
    }

    @Test
    void withoutUserEventsTheUsersQueueStays() throws Exception {
        ilse.subscribed();
        ilse.says("" + desk.id(), "hello");
        List<Long> queued = portal.pending(7);
        JsonNode page = answer(GET, "");
        assertFalse(page.toString().contains("ONIMV2"));
        answer(GET, "'offset':" + page.get("nextOffset"));
        assertEquals(queued, portal.pending(7));
    }
}

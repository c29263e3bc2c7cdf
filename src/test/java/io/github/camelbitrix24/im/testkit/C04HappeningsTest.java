package io.github.camelbitrix24.im.testkit;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What can happen to the portal, until it is over. */
class C04HappeningsTest extends ControlTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @BeforeEach
    void subscribe() {
        ilse.subscribed();
    }

    @ParameterizedTest
    @CsvSource({
            "html, 502", "rate-limit, 503", "operating-limit, 429", "renamed, 302", "withdrawn-webhook, 401" })
    void callsFailUntilItIsOver(String what, int status) throws Exception {
        done("happen", "{'what':'" + what + "'}");
        for (int i = 0; i < 3; i++) {
            assertEquals(status, call(ilse, GET, "{}").statusCode());
        }
        assertEquals(List.of(what), goingOn());
        done("end", "{'what':'" + what + "'}");
        assertEquals(List.of(), goingOn());
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    @Test
    void whatATestHasHealedGoesOnNoMore() throws Exception {
        done("happen", "{'what':'html'}");
        done("happen", "{'what':'renamed'}");
        long seen = portal.view().version();
        portal.heal();
        assertTrue(portal.view().version() > seen, "the page is told");
        assertEquals(List.of("renamed"), goingOn());
        assertRefused(409, "html does not go on", act("end", "{'what':'html'}"));
        done("happen", "{'what':'html'}");
        assertEquals(List.of("html", "renamed"), goingOn());
    }

    @Test
    void inAnOutageThePageStays() throws Exception {
        done("happen", "{'what':'outage'}");
        assertThrows(IOException.class, () -> call(ilse, GET, "{}"));
        assertEquals("0", texts(look("requests"), "status").get(0));
        done("end", "{'what':'outage'}");
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    @Test
    void itEndsByItselfAfterATime() throws Exception {
        done("happen", "{'what':'html','for':'0.05s'}");
        long deadline = System.nanoTime() + SOON.toNanos();
        while (!goingOn().isEmpty()) {
            assertTrue(System.nanoTime() < deadline, "It goes on");
        }
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    @Test
    void aSecondReaderTakesWhatComes() throws Exception {
        done("happen", "{'what':'second-reader'}");
        marco.says("7", "for whom?");
        portal.await(p -> p.acknowledged(7).size() == 1, SOON);
        assertTrue(texts(look("requests"), "agent").contains("a second reader"));
        done("end", "{'what':'second-reader'}");
    }

    @Test
    void aSlowPortalAnswersLate() throws Exception {
        done("happen", "{'what':'slow','delay':'0.3s'}");
        long before = System.nanoTime();
        assertEquals(200, call(ilse, "profile", "{}").statusCode());
        assertTrue(System.nanoTime() - before >= Duration.ofMillis(300).toNanos());
    }

    @Test
    void aLateRowIsOvertaken() throws Exception {
        portal.clock().freeze();
        done("happen", "{'what':'late-row','as':12,'dialog':'7','delay':'5s'}");
        marco.says("7", "overtakes");
        assertEquals(List.of(2L), portal.pending(7));
        portal.clock().advance(Duration.ofSeconds(5));
        assertEquals(List.of(1L, 2L), portal.pending(7));
    }

    @Test
    void tokensRunOut() throws Exception {
        assertRefused(409, "No OAuth application is there whose token could run out; webhooks have none",
                act("happen", "{'what':'expired-token'}"));
        String token = portal.oauthApplication("local.5f0a").tokens(7).accessToken();
        assertEquals(200, send(request(portal.url() + "/rest/profile?auth=" + token)).statusCode());
        done("happen", "{'what':'expired-token'}");
        assertEquals(401, send(request(portal.url() + "/rest/profile?auth=" + token)).statusCode());
        assertEquals(List.of(), goingOn());
    }

    @Test
    void itIs23HoursLater() throws Exception {
        portal.clock().freeze();
        var before = portal.clock().now();
        done("happen", "{'what':'hours-later'}");
        assertEquals(before.plus(Duration.ofHours(23)), portal.clock().now());
    }

    @Test
    void whatCannotBeIsRefused() throws Exception {
        done("happen", "{'what':'html'}");
        assertRefused(409, "html goes on already; POST /control/end ends it", act("happen", "{'what':'html'}"));
        assertRefused(409, "slow does not go on", act("end", "{'what':'slow'}"));
        marco.subscribed();
        assertRefused(400, "\"user\" is missing: whose queue it is, of those who are subscribed: [7, 12]",
                act("happen", "{'what':'second-reader'}"));
        assertRefused(400, "\"for\" is for what lasts; hours-later is over at once",
                act("happen", "{'what':'hours-later','for':'1s'}"));
        JsonNode refusal = json(act("happen", "{'what':'flood'}").body());
        assertTrue(refusal.get("error").textValue().startsWith("\"what\" is one of [second-reader, outage, slow, html, "));
    }

    @Test
    void severalGoOnAtOnceAndAllAreHealed() throws Exception {
        done("happen", "{'what':'html','method':'profile','status':504}");
        done("happen", "{'what':'rate-limit','method':'" + GET + "'}");
        assertEquals(504, call(ilse, "profile", "{}").statusCode());
        assertEquals(503, call(ilse, GET, "{}").statusCode());
        assertEquals(200, call(ilse, "scope", "{}").statusCode());
        done("heal", "{}");
        assertEquals(List.of(), goingOn());
        assertEquals(200, call(ilse, GET, "{}").statusCode());
    }

    private List<String> goingOn() throws Exception {
        JsonNode all = look("happenings");
        return texts(all, "name").stream().filter(name -> {
            for (JsonNode happening : all) {
                if (happening.get("name").textValue().equals(name)) {
                    return happening.get("goingOn").booleanValue();
                }
            }
            return false;
        }).toList();
    }
}

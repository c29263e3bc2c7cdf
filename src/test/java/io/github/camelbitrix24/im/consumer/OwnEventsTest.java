package io.github.camelbitrix24.im.consumer;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.PollTest;
import io.github.camelbitrix24.im.QuickTime;
import io.github.camelbitrix24.im.testkit.Fault;
import org.apache.camel.CamelContext;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** What the user of the credentials does himself, which is not always the user in the webhook's URL. */
class OwnEventsTest extends PollTest {

    private final List<Boolean> own = new CopyOnWriteArrayList<>();

    private void start(String options) throws Exception {
        routes(r -> r.from("bitrix24-im:events?" + BY_HAND + options).routeId("events").process(e -> {
            own.add(e.getMessage().getHeader(Bitrix24ImConstants.OWN, Boolean.class));
            note(e);
        }));
        hand.runNext();
    }

    private void talk(long user, long other) {
        portal.user(user).says("chat5", "mine");
        portal.user(other).says("chat5", "theirs");
        portal.user(user).says("chat5", "mine again");
    }

    @Override
    protected CamelContext createCamelContext() throws Exception {
        return QuickTime.in(super.createCamelContext());
    }

    @Test
    void ownEventsComeAndAreMarked() throws Exception {
        start("");
        talk(7, 12);

        pollUntil("three events", () -> seen.size() == 3);

        assertEquals(List.of(true, false, true), own);
    }

    @Test
    void withIncludeOwnFalseTheyAreAcknowledgedUnseen() throws Exception {
        start("&includeOwn=false");
        talk(7, 12);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of(2L), seen);
        assertEquals(List.of(), portal.lost(7));
    }

    @Test
    void whatIsPostedWithTheSameCredentialsIsOwn() throws Exception {
        start("&includeOwn=false");

        template.sendBody("bitrix24-im:send?dialogId=chat5", "answer");
        portal.user(12).says("chat5", "question");
        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of(2L), seen);
    }

    @Test
    void ofAWebhookThatWasHandedOverTheNewUserIsMeant() throws Exception {
        portal.chat("chat5").members(7, 12, 30);
        reader.webhookActsAs(30);
        start("&includeOwn=false");
        talk(30, 7);

        pollUntil("all acknowledged", () -> portal.pending(30).isEmpty() && !portal.acknowledged(30).isEmpty());

        assertEquals(List.of(portal.recorded(30).get(1)), seen);
        assertEquals(List.of(false), own);
    }

    @Test
    void aPortalThatDoesNotTellTheUserIsTakenAtTheUrlsWord() throws Exception {
        portal.fail("profile", Fault.error("insufficient_scope"), 100);
        start("&includeOwn=false");
        talk(7, 12);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of(2L), seen);
    }

    @Test
    void whileThePortalCannotBeAskedNoEventIsTakenForSomebodyElses() throws Exception {
        portal.fail("profile", Fault.html(502), 3);
        start("&includeOwn=false");
        talk(7, 12);

        pollUntil("all acknowledged", () -> portal.pending(7).isEmpty());

        assertEquals(List.of(2L), seen);
        assertEquals(List.of(false), own);
    }

    @Test
    void theUserIsAskedForOnce() throws Exception {
        start("");
        for (int i = 0; i < 5; i++) {
            talk(7, 12);
            int expected = 3 * (i + 1);
            pollUntil("events", () -> seen.size() == expected);
        }

        assertEquals(1, portal.calls("profile").size());
    }
}

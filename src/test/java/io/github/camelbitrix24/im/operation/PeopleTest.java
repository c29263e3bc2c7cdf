package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import io.github.camelbitrix24.im.rest.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PeopleTest extends ConversationTest {

    private static final String SEND = "bitrix24-im:send?dialogId=Marco@Acme.example";

    @BeforeEach
    void addresses() {
        reader.scopes("im", "user_basic");
        portal.user(12).email("marco@acme.example");
        portal.user(13).email("ivy@acme.example");
    }

    @Test
    void aPersonIsFoundByTheAddressOnce() {
        result(SEND, "one", Map.of());
        result(SEND, "two", Map.of());
        result("bitrix24-im:send", "three", Map.of(DIALOG, "ivy@acme.example"));

        assertEquals(List.of("12", "12", "13"), portal.sent().stream().map(sent -> sent.dialogId()).toList());
        assertEquals(2, portal.calls("user.get").size());
    }

    @Test
    void otherOperationsFindThemToo() {
        result(SEND, "one", Map.of());
        result("bitrix24-im:typing", null, Map.of(DIALOG, "marco@acme.example"));

        assertEquals("12", portal.transcript().typing().get(0).dialogId());
        assertEquals(1, ((List<?>) result("bitrix24-im:history", null, Map.of(DIALOG, "marco@acme.example"))).size());
    }

    @Test
    void nobodyOrSeveralAreAnErrorThatSaysSo() {
        String why = why("bitrix24-im:send", "x", Map.of(DIALOG, "nobody@acme.example"));
        assertTrue(why.contains("No active user of the portal has the e-mail address nobody@acme.example"), why);

        portal.user(14).email("ivy@acme.example");
        why = why("bitrix24-im:send", "x", Map.of(DIALOG, "ivy@acme.example"));
        assertTrue(why.contains("The users 13, 14 all have"), why);

        portal.user(12).dismissed();
        why = why(SEND, "x", Map.of());
        assertTrue(why.contains("No active user"), why);
        assertEquals(List.of(), portal.sent());
    }

    @Test
    void theScopeThatIsNeededIsNamed() {
        reader.scopes("im");
        String why = why(SEND, "x", Map.of());
        assertTrue(why.contains("insufficient_scope") && why.contains("'user' or 'user_basic'"), why);
    }

    /** Such a portal leaves the condition out and answers with everybody. */
    @Test
    void aScopeThatHidesAddressesFindsNobody() {
        reader.scopes("im", "user_brief");
        String why = why(SEND, "x", Map.of());

        assertTrue(why.contains("does not show e-mail addresses") && why.contains("'user_basic'"), why);
        assertEquals(List.of(), portal.sent());
    }

    @Test
    void whatIsNoAddressIsRefused() {
        String why = whyNothingIsSent("bitrix24-im:send", "x", Map.of(DIALOG, "@marco"));

        assertTrue(why.contains("neither an id, such as chat5 or 12, nor an e-mail address"), why);
    }

    @Test
    void anAddressIsRememberedForAnHour() throws Exception {
        AtomicLong now = new AtomicLong();
        AtomicInteger searches = new AtomicInteger();
        People people = new People(now::get);
        People.Search search = email -> Json.MAPPER.createArrayNode().add(Json.MAPPER.createObjectNode()
                .put("ID", String.valueOf(searches.incrementAndGet())).put("EMAIL", email).put("ACTIVE", true));
        assertEquals("1", people.userId("a@b.c", search));
        now.set(TimeUnit.MINUTES.toNanos(59));
        assertEquals("1", people.userId("A@B.C", search));
        now.set(TimeUnit.MINUTES.toNanos(61));
        assertEquals("2", people.userId("a@b.c", search));
    }
}

package io.github.camelbitrix24.im.check;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A check of a bot asks about the bot. */
class CheckOfBotsTest extends CheckRouteTest {

    @Test
    void theScopeOfWhatRoutesDoIsMissing() throws Exception {
        routes(r -> r.from("direct:ask").to("bitrix24-im:send?bot=desk&token=desk-token&dialogId=chat5"));

        assertOnlyCause(check(CHECK + "?bot=desk&token=desk-token", Map.of()), "scopes", "imbot", "'imbot'");
    }

    @Test
    void whatABotNeeds() {
        reader.scopes("imbot");
        assertOnlyCause(check(CHECK + "?bot=desk&token=desk-token", Map.of()), "bot", "no bot desk", "option bot");

        portal.bot("desk", "desk-token");
        CheckReport report = check(CHECK + "?bot=desk&token=desk-token", Map.of());
        assertTrue(report.isFine(), report::toString);
        assertRow(report, "bot", Verdict.HOLDS, "registered");
        assertRow(report, "subscription", Verdict.HOLDS, "as long as there is the bot");
        assertEquals(1, portal.bots().size());
    }

    @Test
    void theMethodsThatTheBotsRoutesCallAreAskedFor() throws Exception {
        reader.scopes("imbot");
        portal.bot("desk", "desk-token");
        routes(r -> r.from("direct:ask").to("bitrix24-im:download?bot=desk&token=desk-token"));
        CheckReport report = check(CHECK + "?bot=desk&token=desk-token", Map.of());

        assertTrue(report.isFine(), report::toString);
        String asked = portal.calls("batch").get(0).param("cmd").toString();
        assertTrue(asked.contains("name=imbot.v2.File.download") && !asked.contains("name=im.v2"), asked);
    }

    @Test
    void aBotThatIsSomebodyElses() {
        reader.scopes("imbot");
        portal.bot("desk", "theirs");

        CheckReport report = check(CHECK + "?bot=desk&token=mine", Map.of());

        assertCause(report, "bot", "", "token");
        assertRow(report, "credentials", Verdict.HOLDS, "");
    }

    @Test
    void aBotThatIsNoMemberOfTheChat() {
        reader.scopes("imbot");
        long bot = portal.bot("desk", "desk-token").id();
        portal.chat("chat9").members(12);
        portal.chat("chat10").members(12, bot);
        String asBot = CHECK + "?bot=desk&token=desk-token&dialogId=";

        assertOnlyCause(check(asBot + "chat9", Map.of()), "membership", "The bot desk is no member of chat9",
                "add the bot desk");
        assertRow(check(asBot + "chat10", Map.of()), "membership", Verdict.HOLDS, "The bot desk is a member of chat10");
        assertEquals(List.of(), portal.calls("im.chat.user.list"));
    }

    @Test
    void anOldPortalOfABot() {
        reader.scopes("imbot");
        portal.fail("imbot.v2.Bot.get", Fault.error("ERROR_METHOD_NOT_FOUND", "", 404), 5);

        assertCause(check(CHECK + "?bot=desk&token=desk-token", Map.of()), "methods", "too old", "26.200");
    }
}

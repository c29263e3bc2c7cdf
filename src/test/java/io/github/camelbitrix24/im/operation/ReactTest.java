package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.testkit.Behaviour.UndocumentedMethods;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReactTest extends ConversationTest {

    private Object react(String options) {
        return result("bitrix24-im:react" + options, null, Map.of(MESSAGE, question));
    }

    @ParameterizedTest
    @EnumSource
    void aLikeIsGivenOnceAndTakenBackOnceHoweverOften(UndocumentedMethods portals) {
        portal.behave(portals);
        assertEquals(true, react(""));
        assertEquals(true, react(""));
        assertEquals(Map.of(7L, "like"), message(question).reactions());
        assertEquals(true, react("?reactionAction=delete"));
        assertEquals(true, react("?reactionAction=delete"));
        assertEquals(Map.of(), message(question).reactions());
    }

    @Test
    void theHeaderNamesTheReaction() {
        result("bitrix24-im:react?reaction=fire", null,
                Map.of(MESSAGE, question, Bitrix24ImConstants.REACTION, "whiteHeavyCheckMark"));

        assertEquals(Map.of(7L, "whiteHeavyCheckMark"), message(question).reactions());
    }

    @Test
    void codesAreTheSameInEveryCase() {
        portal.fail("im.v2.Chat.Message.Reaction.add", Fault.error("reaction_already_set", "", 400));
        assertEquals(true, react("?reaction=fire"));
        portal.fail("im.v2.Chat.Message.Reaction.add", Fault.error("error_method_not_found", "", 404));
        assertEquals(true, react(""));

        assertEquals(Map.of(7L, "like"), message(question).reactions());
    }

    @Test
    void aReactionWhoseAnswerIsLostIsThere() {
        portal.fail("im.v2.Chat.Message.Reaction.add", Fault.droppedAfterActing());
        react("?reaction=fire");

        assertEquals(Map.of(7L, "fire"), message(question).reactions());
    }

    @ParameterizedTest
    @ValueSource(strings = { "shrug", "LIKE" })
    void anUnknownReactionIsRefusedWithKnownOnes(String reaction) {
        String why = why("bitrix24-im:react?reaction=" + reaction, null, Map.of(MESSAGE, question));

        assertTrue(why.contains(reaction) && why.contains("CamelBitrix24ImReaction") && why.contains("redHeart"), why);
    }

    @ParameterizedTest
    @ValueSource(strings = { "👍", "", ":-)" })
    void whatIsNoNameOfAReactionIsNotSent(String reaction) {
        String why = whyNothingIsSent("bitrix24-im:react", null,
                Map.of(MESSAGE, question, Bitrix24ImConstants.REACTION, reaction));

        assertTrue(why.contains("CamelBitrix24ImReaction") && why.contains("whiteHeavyCheckMark"), why);
    }

    @Test
    void aPortalThatOnlyKnowsLikesSaysSo() {
        portal.behave(UndocumentedMethods.MISSING);
        String why = why("bitrix24-im:react?reaction=fire", null, Map.of(MESSAGE, question));

        assertTrue(why.contains("This portal has no reactions but like"), why);
    }

    /** A split takes the single events out of the list, and the headers are those of the whole. */
    @Test
    void theEventThatTheBodyIsNamesTheMessage() throws Exception {
        reader.subscribed();
        routes(r -> {
            r.from("bitrix24-im:events?batching=true&includeOwn=false&" + FAST).split().body().to("bitrix24-im:read")
                    .to("bitrix24-im:react?reaction=eyes");
        });
        long one = portal.user(12).says("chat5", "one");
        long two = portal.user(12).says("chat5", "two");
        awaitAcknowledged();

        assertEquals(List.of(Map.of(7L, "eyes"), Map.of(7L, "eyes")),
                List.of(message(one).reactions(), message(two).reactions()));
        assertEquals(List.of(7L), message(two).viewed());
    }
}

package io.github.camelbitrix24.im.demo.parity;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.demo.parity.Parity.Allowed;
import io.github.camelbitrix24.im.demo.parity.ParityRow.Outcome;
import io.github.camelbitrix24.im.demo.parity.ParityRow.Verdict;
import io.github.camelbitrix24.im.testkit.Behaviour;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.RecordedCall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Parity finds what is known to differ between portals, and nothing else. */
class ParityTest {

    private static final Allowed EVERYTHING = new Allowed(true, "chat5", true);
    private static final Set<String> CHANGING = Set.of("im.v2.Event.subscribe", "im.v2.Event.unsubscribe", "im.message.add",
            "im.message.update", "im.message.delete", "im.message.like", "im.v2.Chat.Message.update");

    private final PortalEmulator portal = PortalEmulator.start();
    private final EmulatedUser lent = portal.user(7).named("Robin Lent").scopes("im", "imbot");

    @AfterEach
    void close() {
        portal.close();
    }

    private Parity play(Allowed allowed) throws Exception {
        return Parity.of(portal.url(), "7", lent.secret(), allowed, 0);
    }

    private void somethingWaits() {
        portal.chat("chat5").members(7, 12);
        lent.subscribed();
        long id = portal.user(12).says("chat5", "a text that nobody sees");
        portal.user(12).reacts(id, "like");
    }

    @Test
    void thePortalThatIsKnownDoesNotDiffer() throws Exception {
        somethingWaits();

        Parity parity = play(EVERYTHING);

        assertEquals(Map.of(), parity.differences());
        List<String> notTried = parity.outcomes().stream().filter(outcome -> outcome.verdict() == Verdict.NOT_TRIED)
                .map(outcome -> outcome.row().topic()).toList();
        assertEquals(List.of("nextOffset of an empty page"), notTried);
    }

    @Test
    void anEmptyQueueIsReadAsWell() throws Exception {
        Parity parity = play(Allowed.NOTHING);

        assertEquals(Map.of(), parity.differences());
        assertEquals(Verdict.SAME, parity.outcomes().stream()
                .filter(outcome -> outcome.row().topic().equals("nextOffset of an empty page")).map(Outcome::verdict)
                .findFirst().orElseThrow());
    }

    @Test
    void withoutLeaveNothingIsChanged() throws Exception {
        somethingWaits();
        List<Long> pending = portal.pending(7);

        play(Allowed.NOTHING);

        List<RecordedCall> calls = portal.calls();
        assertEquals(List.of(), calls.stream().map(RecordedCall::method).filter(CHANGING::contains).toList());
        calls.forEach(call -> assertTrue(
                !(call.params().get("offset") instanceof Number offset) || offset.doubleValue() <= 1, call::toString));
        assertEquals(pending, portal.pending(7));
        assertEquals(List.of(), portal.sent());
    }

    @Test
    void neitherNamesNorTextsNorSecretsAreTold() throws Exception {
        somethingWaits();
        String told = play(EVERYTHING).toString();

        assertFalse(
                told.contains("Robin") || told.contains("a text") || told.contains(lent.secret()) || told.contains("User 12"),
                told);
        assertTrue(told.endsWith("0 different, 1 not tried"), told);
    }

    @Test
    void whatWillBeDoneIsSaidBefore() {
        assertTrue(Allowed.NOTHING.announcement().endsWith("It changes nothing."));
        String everything = EVERYTHING.announcement();
        assertTrue(everything.contains("subscribes the user")
                && everything.contains("posts about ten messages as the user in chat5")
                && everything.contains("unsubscribes the user"), everything);
    }

    @Test
    void whereNoEventsCanBeReadNothingIsCompared() {
        lent.scopes("task");
        String why = assertThrows(IOException.class, () -> play(EVERYTHING)).getMessage();

        assertTrue(why.contains("comes to 401 insufficient_scope") && why.contains("check"), why);
        assertEquals(1, portal.calls().size(), portal::describe);
    }

    @ParameterizedTest
    @ValueSource(strings = { "acme bitrix24.com", "acme.bitrix24.com", "https://acme.bitrix24.com/rest/7/t0psecret" })
    void anAddressThatIsNoneIsToldWithoutSecrets(String url) {
        String why = assertThrows(IllegalArgumentException.class,
                () -> Parity.of(url, "7", "t0psecret", Allowed.NOTHING, 0)).getMessage();

        assertTrue(why.contains("https://acme.bitrix24.com, without a path") && !why.contains("t0psecret"), why);
    }

    @Test
    void aMessageWhoseDeletionIsNotAnsweredKeepsNoOtherFromBeingDeleted() throws Exception {
        somethingWaits();
        portal.fail("im.message.delete", Fault.dropped(), 1);

        Parity parity = play(new Allowed(false, "chat5", false));

        assertEquals(Map.of("a deletion", "leaves 1 of them"), parity.differences());
    }

    @ParameterizedTest
    @EnumSource(Behaviour.Dialogs.class)
    void whatWasPostedIsTakenAway(Behaviour.Dialogs dialogs) throws Exception {
        portal.behave(dialogs);
        somethingWaits();
        play(new Allowed(false, "chat5", false));

        assertEquals(Set.of(true), portal.sent().stream().map(sent -> portal.message(sent.id()).deleted())
                .collect(Collectors.toSet()));
    }

    static List<Arguments> behaviours() {
        return List.of(
                differing(Behaviour.Unsubscribe.KEEPS_ROWS, "unsubscribing"),
                differing(Behaviour.ReactionAction.ADD_DELETE, "a reaction event's action", "a like"),
                differing(Behaviour.TextFieldFlag.LETTER, "a message event's chat.textFieldEnabled",
                        "a new message event's chat.textFieldEnabled"),
                differing(Behaviour.Continuation.LAST_EVENT_ID, "what a page names to go on with"),
                differing(Behaviour.Hosting.SELF_HOSTED, "the operating time in an answer"),
                differing(Behaviour.StatusTable.OLDER_DOCS, "a wrong secret"),
                differing(Behaviour.SessionCookie.SET, "cookies"),
                differing(Behaviour.EventParts.USER_STUB, "a message event's parts", "a new message event's parts"),
                differing(Behaviour.Revision.R33, "the REST revision", "a message event's additionalMessages",
                        "a message event's message.block", "a new message event's additionalMessages"),
                differing(Behaviour.Dialogs.SPRING_UP, "a post to a chat that there is not"),
                differing(Behaviour.Replies.IGNORED, "REPLY_ID of im.message.add"),
                differing(Behaviour.UndocumentedMethods.MISSING, "im.v2.Chat.Message.tail", "im.v2.Chat.Message.update"),
                differing(Behaviour.UndocumentedMethods.WITHOUT_ACTIONS, "im.v2.Chat.Message.tail",
                        "im.v2.Chat.Message.update"),
                differing(Behaviour.PostedEvents.AFTER_ANSWER),
                // what cannot be seen as a user, or not without somebody else
                differing(Behaviour.MarkerRace.READER_WINS), differing(Behaviour.PrivateButtons.ANY_BODY),
                differing(Behaviour.LongTokens.TAKEN), differing(Behaviour.FileLink.ONE_TIME),
                differing(Behaviour.EditsOfBots.NOT_HEARD), differing(Behaviour.CodeExchange.COMPLETE));
    }

    private static Arguments differing(Behaviour behaviour, String... topics) {
        return Arguments.of(behaviour, Set.of(topics));
    }

    @ParameterizedTest
    @MethodSource("behaviours")
    void eachKnownDifferenceIsFoundAndNoOther(Behaviour behaviour, Set<String> topics) throws Exception {
        portal.behave(behaviour);
        somethingWaits();

        assertEquals(topics, play(EVERYTHING).differences().keySet());
    }

    @Test
    void differencesAddUp() throws Exception {
        portal.behave(Behaviour.Unsubscribe.KEEPS_ROWS, Behaviour.ReactionAction.ADD_DELETE, Behaviour.TextFieldFlag.LETTER,
                Behaviour.StatusTable.OLDER_DOCS);
        somethingWaits();

        assertEquals(Map.of("unsubscribing", "keeps the events that wait", "a reaction event's action", "add", "a like", "add",
                "a message event's chat.textFieldEnabled", "text", "a new message event's chat.textFieldEnabled", "text",
                "a wrong secret", "403 INVALID_CREDENTIALS"), play(EVERYTHING).differences());
    }
}

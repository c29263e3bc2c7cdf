package io.github.camelbitrix24.im.operation;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.Bitrix24ImNotPermittedException;
import io.github.camelbitrix24.im.testkit.Fault;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EditTest extends ConversationTest {

    private static final List<Map<String, String>> OPEN = List.of(Map.of("TEXT", "Open", "LINK", "https://acme.example/t/9"));

    @Test
    void aMessageThatWasSentGetsAnotherText() {
        var exchange = send("bitrix24-im:send?dialogId=chat5", "working", Map.of(MESSAGE, question));
        Map<String, Object> headers = exchange.getMessage().getHeaders();
        assertEquals(question, headers.get(MESSAGE));
        assertEquals(true, result("bitrix24-im:edit", "done", headers));

        assertEquals(List.of("working", "done"), message((Long) headers.get(SENT)).texts());
    }

    @Test
    void itsButtonsStayUnlessTheyAreChangedOrTakenAway() {
        var exchange = send("bitrix24-im:send?dialogId=chat5", "alert", Map.of(Bitrix24ImConstants.KEYBOARD, OPEN,
                Bitrix24ImConstants.ATTACH, "[{\"MESSAGE\":\"disk full\"}]"));
        long id = (Long) exchange.getMessage().getBody();
        assertEquals(1, message(id).keyboard().size());
        result("bitrix24-im:edit", "alert!", Map.of(SENT, id));
        assertEquals(1, message(id).keyboard().size());
        assertEquals(1, message(id).attach().size());
        result("bitrix24-im:edit", "over", Map.of(SENT, id, Bitrix24ImConstants.KEYBOARD, List.of(),
                Bitrix24ImConstants.ATTACH, "N"));

        assertEquals(List.of(), message(id).keyboard());
        assertEquals(List.of(), message(id).attach());
        assertEquals("over", message(id).text());
    }

    @Test
    void blocksAreChangedInTheFormThatAnEditTakes() {
        long id = sent("order");
        result("bitrix24-im:edit", "order", Map.of(SENT, id, Bitrix24ImConstants.ATTACH, List.of(Map.of("MESSAGE", "paid"))));

        assertTrue(message(id).attach().toString().contains("paid"), () -> message(id).toString());
    }

    /** As when an event comes again after a route that answers, edits and deletes was done but for its end. */
    @Test
    void whatTheRouteHasDeletedItselfNeedsNoEdit() {
        long id = sent("working");
        result("bitrix24-im:delete", null, Map.of(SENT, id));
        result("bitrix24-im:edit", "done", Map.of(SENT, id));
        long others = sent("working");
        reader.deletes(others);

        assertInstanceOf(Bitrix24ImNotPermittedException.class,
                send("bitrix24-im:edit", "done", Map.of(SENT, others)).getException());
    }

    @Test
    void anEditWhoseAnswerIsLostIsMadeAgain() {
        long id = sent("working");
        portal.fail("im.message.update", Fault.dropped(), 2);
        result("bitrix24-im:edit", "done", Map.of(SENT, id));

        assertEquals("done", message(id).text());
    }

    @Test
    void othersMessagesAreNotEdited() {
        Exception why = send("bitrix24-im:edit", "mine", Map.of(SENT, question)).getException();

        assertInstanceOf(Bitrix24ImNotPermittedException.class, why);
        assertTrue(why.getMessage().contains("is another user's, or is too old"), why.getMessage());
    }

    @Test
    void aMessageToDeleteIsGoneHoweverOften() {
        long id = sent("oops");
        assertEquals(true, result("bitrix24-im:delete", null, Map.of(SENT, id, DIALOG, "chat5")));
        assertEquals(true, result("bitrix24-im:delete", null, Map.of(SENT, id, DIALOG, "chat5")));
        assertEquals(true, result("bitrix24-im:delete", null, Map.of(SENT, id)));
        assertEquals(true, result("bitrix24-im:delete", null, Map.of(SENT, id, DIALOG, "chat77")));

        assertTrue(message(id).deleted());
    }

    @Test
    void soItIsWhereANoteIsLeftOfIt() {
        long id = sent("oops");
        portal.user(12).reads("chat5");
        result("bitrix24-im:delete", null, Map.of(SENT, id, DIALOG, "chat5"));
        assertEquals(true, result("bitrix24-im:delete", null, Map.of(SENT, id, DIALOG, "chat5")));
    }

    @Test
    void aDeletionWhoseAnswerIsLostHasHappened() {
        long id = sent("oops");
        portal.fail("im.message.delete", Fault.droppedAfterActing());

        assertEquals(true, result("bitrix24-im:delete", null, Map.of(SENT, id, DIALOG, "chat5")));
    }

    @Test
    void oneThatIsTooOldStaysAndThatIsSaid() {
        long id = sent("oops");
        portal.limitEditing(Duration.ZERO);
        portal.clock().advance(Duration.ofSeconds(1));
        String why = why("bitrix24-im:delete", null, Map.of(SENT, id, DIALOG, "chat5"));

        assertTrue(why.contains("CANT_EDIT_MESSAGE") && why.contains("too old"), why);
    }

    @Test
    void aMessageThatStaysIsNotSaidToBeDeleted() {
        Exception why = send("bitrix24-im:delete", null, Map.of(SENT, question, DIALOG, "chat5")).getException();

        assertInstanceOf(Bitrix24ImNotPermittedException.class, why);
    }
}

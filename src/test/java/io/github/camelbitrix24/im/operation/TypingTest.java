package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.UndocumentedMethods;
import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.RateLimit;
import org.apache.camel.ResolveEndpointFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TypingTest extends ConversationTest {

    private List<String> shown() {
        return portal.transcript().typing().stream().map(notice -> notice.dialogId() + " " + notice.type()).toList();
    }

    @Test
    void typingIsShownAndTheBodyStays() {
        assertEquals("hello", result("bitrix24-im:typing", "hello", Map.of(DIALOG, "chat5")));
        assertEquals("hello", result("bitrix24-im:typing?status=recordingVoice", "hello", Map.of(DIALOG, "12")));

        assertEquals(List.of("chat5 writing", "12 recordingVoice"), shown());
    }

    @Test
    void aPortalThatKnowsOnlyWritingShowsThat() {
        portal.behave(UndocumentedMethods.MISSING);
        result("bitrix24-im:typing?status=sendingFile&dialogId=chat5", null, Map.of());
        result("bitrix24-im:typing?status=sendingFile&dialogId=chat5", null, Map.of());

        assertEquals(List.of("chat5 writing", "chat5 writing"), shown());
        assertEquals(1, portal.calls("im.v2.Chat.InputAction.notify").size());
    }

    @ParameterizedTest
    @ValueSource(strings = { "ACCESS_ERROR", "INTERNAL_SERVER_ERROR", "QUERY_LIMIT_EXCEEDED", "insufficient_scope" })
    void noExchangeFailsBecauseItCannotBeShown(String code) {
        portal.fail("im.dialog.writing", Fault.error(code), 10);

        assertEquals("hello", result("bitrix24-im:typing?dialogId=chat5", "hello", Map.of()));
        assertEquals(1, portal.calls().size());
    }

    @Test
    void whereTheBudgetIsUsedUpItIsLeftOut() {
        portal.limitRate(new RateLimit(2, 0.001, 503));
        String options = "?dialogId=chat5&requestsPerSecond=0.001&requestBurst=2";
        for (int i = 0; i < 10; i++) {
            assertEquals("hello", result("bitrix24-im:typing" + options, "hello", Map.of()));
        }

        assertTrue(portal.calls().size() <= 2, portal::describe);
        assertEquals(List.of(), portal.calls().stream().filter(call -> call.status() != 200).toList());
    }

    @Test
    void norIsAnyoneLookedUpByEmailThen() {
        portal.user(12).email("marco@acme.example");
        String options = "?dialogId=marco@acme.example&requestsPerSecond=0.001&requestBurst=2";
        result("bitrix24-im:call?method=profile&requestsPerSecond=0.001&requestBurst=2", null, Map.of());
        assertEquals("hello", result("bitrix24-im:typing" + options, "hello", Map.of()));

        assertEquals(List.of("profile"), methods());
    }

    @Test
    void anUnknownStatusIsRefused() {
        String uri = "bitrix24-im:typing?status=thinking&dialogId=chat5";
        Exception why = assertThrows(ResolveEndpointFailedException.class, () -> send(uri, null, Map.of()));

        assertTrue(why.getMessage().contains("Option status must be one of writing, recordingVoice"), why::getMessage);
    }
}

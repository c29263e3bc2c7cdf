package io.github.camelbitrix24.im.event;

import java.util.Locale;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EventKindTest {

    @ParameterizedTest
    @CsvSource({
            "MESSAGEADD, messageAdd", "MESSAGEUPDATE, messageUpdate", "MESSAGEDELETE, messageDelete",
            "REACTIONCHANGE, reactionChange", "JOINCHAT, join" })
    void theKindIsEqualForUsersAndBots(String type, String kind) {
        assertEquals(kind, Pages.event("ONIMV2" + type, "{}").getKind());
        assertEquals(kind, Pages.event("ONIMBOTV2" + type, "{}").getKind());
        assertEquals(kind, Pages.event("onimv2" + type.toLowerCase(Locale.ROOT), "{}").getKind());
    }

    @Test
    void onlyBotsHearCommandsAndGetContexts() {
        assertEquals("command", Pages.event("ONIMBOTV2COMMANDADD", "{}").getKind());
        assertEquals("context", Pages.event("ONIMBOTV2CONTEXTGET", "{}").getKind());
    }

    @ParameterizedTest
    @CsvSource({ "ONIMV2COMMANDADD", "ONIMBOTV2DELETE", "ONIMV3MESSAGEADD", "MESSAGEADD", "''", "new" })
    void ofAnUnknownTypeItIsTheTypeItself(String type) {
        assertEquals(type, Pages.event(type, "{}").getKind());
        assertFalse(EventKind.isKnown("ONIMV3MESSAGEADD"));
    }

    @Test
    void withoutATypeThereIsNoKind() {
        assertNull(Bitrix24ImEvent.of("{\"eventId\":1}").getKind());
    }

    @Test
    void kindsAndTheirTypesAreKnownInAnyCase() {
        assertEquals(7 + 12, EventKind.known().size());
        assertTrue(Set.copyOf(EventKind.known()).containsAll(Set.of("messageAdd", "context", "ONIMBOTV2COMMANDADD")));
        assertTrue(EventKind.isKnown("MESSAGEADD"));
        assertTrue(EventKind.isKnown("onimv2joinchat"));
    }
}

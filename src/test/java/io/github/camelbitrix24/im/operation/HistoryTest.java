package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.ImMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HistoryTest extends ConversationTest {

    private static final String HISTORY = "bitrix24-im:history?dialogId=chat5";

    private long middle;

    @BeforeEach
    void talk() {
        for (int i = 1; i <= 60; i++) {
            long id = portal.user(12).says("chat5", "m" + i);
            middle = i == 30 ? id : middle;
        }
    }

    @SuppressWarnings("unchecked")
    private List<ImMessage> history(String uri, Map<String, Object> headers) {
        return (List<ImMessage>) result(uri, null, headers);
    }

    private List<String> texts(String uri, Map<String, Object> headers) {
        return history(uri, headers).stream().map(ImMessage::getText).toList();
    }

    @Test
    void theLastMessagesComeOldestFirst() {
        List<ImMessage> last = history(HISTORY, Map.of());

        assertEquals(20, last.size());
        assertEquals("m41", last.get(0).getText());
        ImMessage newest = last.get(19);
        assertEquals("m60", newest.getText());
        assertEquals(12L, newest.getAuthorId());
        assertEquals(portal.chat("chat5").id(), newest.getChatId());
        assertNotNull(newest.getDate());
        assertTrue(newest.getId() > middle);
    }

    @Test
    void partsOfItAreNamedByTheirNeighbour() {
        Map<String, Object> two = Map.of(Bitrix24ImConstants.LIMIT, 2);
        assertEquals(List.of("m59", "m60"), texts(HISTORY, two));
        assertEquals(List.of("m59", "m60"), texts(HISTORY + "&limit=2", Map.of()));
        assertEquals(List.of("m31", "m32"), texts(HISTORY,
                Map.of(Bitrix24ImConstants.LIMIT, 2, Bitrix24ImConstants.AFTER_MESSAGE_ID, middle)));
        assertEquals(List.of("m28", "m29"), texts(HISTORY,
                Map.of(Bitrix24ImConstants.LIMIT, "2", Bitrix24ImConstants.BEFORE_MESSAGE_ID, middle)));
        assertEquals(List.of("is room 4 free?"), texts(HISTORY,
                Map.of(Bitrix24ImConstants.LIMIT, 1, Bitrix24ImConstants.AFTER_MESSAGE_ID, 0)));
        assertEquals(List.of(), texts(HISTORY, Map.of(Bitrix24ImConstants.BEFORE_MESSAGE_ID, question)));
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 51, 1_000 })
    void moreThanThePortalGivesIsRefused(int limit) {
        String why = whyNothingIsSent(HISTORY, null, Map.of(Bitrix24ImConstants.LIMIT, limit));

        assertTrue(why.contains("CamelBitrix24ImLimit must be a number from 1 to 50"), why);
    }

    @Test
    void bothNeighboursAreTooMany() {
        String why = whyNothingIsSent(HISTORY, null,
                Map.of(Bitrix24ImConstants.AFTER_MESSAGE_ID, 1, Bitrix24ImConstants.BEFORE_MESSAGE_ID, 2));

        assertTrue(why.contains("CamelBitrix24ImAfterMessageId") && why.contains("CamelBitrix24ImBeforeMessageId"), why);
    }

    @Test
    void reading() {
        assertEquals("body", result("bitrix24-im:read", "body", Map.of(MESSAGE, middle, DIALOG, "chat5")));

        assertEquals(middle, portal.transcript().readMarks().get(0).lastId());
        String why = why("bitrix24-im:read", null, Map.of(MESSAGE, middle, DIALOG, "chat77"));
        assertTrue(why.contains("nothing could be marked as read"), why);
    }
}

package io.github.camelbitrix24.im;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;

import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

/** What event notifiers are told, and what is left of it where it was sent on. */
class UserEventTest {

    private static final ReaderName READER = new ReaderName("r1", "7", "acme.bitrix24.com");

    private final CamelContext context = new DefaultCamelContext();

    @Test
    void aChangeOfStateNamesTheReaderAlsoElsewhere() throws Exception {
        Bitrix24ImStateChangedEvent sent = new Bitrix24ImStateChangedEvent(
                context, READER, Bitrix24ImConsumerState.IDLE, Bitrix24ImConsumerState.REFUSED, "No.");
        Bitrix24ImStateChangedEvent event = sentOn(sent);

        assertEquals("The consumer of route r1 (user 7 at acme.bitrix24.com) was IDLE and is REFUSED: No.", event.toString());
        assertEquals("r1", event.getRouteId());
        assertEquals("7", event.getUser());
        assertEquals("acme.bitrix24.com", event.getPortal());
        assertEquals(context, sent.getContext());
        assertNull(event.getContext());
    }

    @Test
    void eventsTakenAwayAreNamedTogetherWithTheReader() throws Exception {
        Bitrix24ImEventsTakenAwayEvent event = sentOn(
                new Bitrix24ImEventsTakenAwayEvent(context, new ReaderName(null, "7", "acme.bitrix24.com"), List.of(5L, 8L)));

        assertEquals("2 events for user 7 at acme.bitrix24.com were taken away", event.toString());
        assertEquals(List.of(5L, 8L), event.getEventIds());
        assertNull(event.getRouteId());
        assertThrows(UnsupportedOperationException.class, () -> event.getEventIds().clear());
    }

    @SuppressWarnings("unchecked")
    private static <T> T sentOn(T event) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(event);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}

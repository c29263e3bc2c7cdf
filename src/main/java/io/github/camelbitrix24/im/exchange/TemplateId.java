package io.github.camelbitrix24.im.exchange;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Message;
import org.apache.camel.support.ExchangeHelper;

/**
 * A message's name that is the same whenever the same exchange, or the same event after it came again, posts the same:
 * the portal then posts it once (observed behaviour of im 26.250). What is posted several times on purpose is told
 * apart by counting, over all copies that splits, loops and the like make of an event's exchange.
 */
public final class TemplateId {

    private static final String ORIGIN = "CamelBitrix24ImOrigin";
    private static final String PARTS = "CamelBitrix24ImParts";
    private static final String POSTED = "CamelBitrix24ImPosted";
    private static final String RESERVED = "CamelBitrix24ImReserved";
    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xf000L;

    private TemplateId() {
    }

    /** What the exchange posts belongs to the event, also when the route has removed the event's headers. */
    static void begin(Exchange exchange, String portal, Bitrix24ImEvent event) {
        begin(exchange, new EventName(portal, event.getId(), event.getDate()));
    }

    /**
     * What the exchange posts belongs to the batch, which is known by its first event, since others may have joined it
     * when it comes again. What a split of the batch posts belongs to the single events.
     */
    static void begin(Exchange exchange, String portal, List<Bitrix24ImEvent> batch) {
        ArrayList<EventName> parts = new ArrayList<>(batch.size());
        batch.forEach(event -> parts.add(new EventName(portal, event.getId(), event.getDate())));
        begin(exchange, "batch " + parts.get(0));
        exchange.setProperty(PARTS, parts);
    }

    /** Copies of the exchange share the count, since properties are copied by reference. */
    private static void begin(Exchange exchange, Serializable origin) {
        exchange.setProperty(ORIGIN, origin);
        exchange.setProperty(POSTED, new Postings());
    }

    public static String of(Exchange exchange, String dialogId, String text) {
        String what = String.join("\n", origin(exchange), String.valueOf(ExchangeHelper.getAtRouteId(exchange)),
                String.valueOf(exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX)), dialogId, text);
        return named(what + "\n" + reserve(exchange, what));
    }

    /** Of one of the messages that what has a template id is posted as, counted from 0. */
    public static String part(String templateId, int index) {
        return index == 0 ? templateId : named(templateId + "/" + index);
    }

    /** Of what has a name of its own, for as long as that is the same. */
    public static String named(String name) {
        UUID hash = UUID.nameUUIDFromBytes(bytes(name));
        return new UUID(hash.getMostSignificantBits() & ~VERSION_MASK | VERSION_4, hash.getLeastSignificantBits()).toString();
    }

    private static String origin(Exchange exchange) {
        Message message = exchange.getMessage();
        Object event = message.getHeader(Bitrix24ImConstants.EVENT_ID);
        if (event != null) {
            return nameOf(message.getHeader(Bitrix24ImConstants.PORTAL), event,
                    message.getHeader(Bitrix24ImConstants.EVENT_DATE));
        }
        String part = part(exchange);
        if (part != null) {
            return part;
        }
        if (exchange.getProperty(ORIGIN) == null) {
            // not the exchange's id: generators of ids may give the same ones after a restart, or on another node
            begin(exchange, UUID.randomUUID().toString());
        }
        return String.valueOf(exchange.getProperty(ORIGIN));
    }

    private static String nameOf(Object portal, Object event, Object date) {
        return portal + "/" + event + "/" + date;
    }

    /** The event of a batch that a split is at; its size tells whether it is the batch that was split. */
    private static String part(Exchange exchange) {
        Integer index = exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX, Integer.class);
        Integer size = exchange.getProperty(ExchangePropertyKey.SPLIT_SIZE, Integer.class);
        return index != null && exchange.getProperty(PARTS) instanceof List<?> parts && index < parts.size()
                && (size == null || size == parts.size()) ? String.valueOf(parts.get(index)) : null;
    }

    /** Every character counts, also half a surrogate pair, which no charset can tell from a question mark. */
    private static byte[] bytes(String name) {
        ByteBuffer bytes = ByteBuffer.allocate(name.length() * Character.BYTES);
        bytes.asCharBuffer().put(name);
        return bytes.array();
    }

    /** Which of its kind this is, from 1; the same again while it has not been posted. */
    private static int reserve(Exchange exchange, String what) {
        Reservation reservation = exchange.getProperty(RESERVED, Reservation.class);
        if (reservation == null || !reservation.what().equals(what)) {
            reservation = new Reservation(what, postings(exchange).reserve(what, exchange.getMessage()));
            exchange.setProperty(RESERVED, reservation);
        }
        return reservation.number();
    }

    private static Postings postings(Exchange exchange) {
        Postings postings = exchange.getProperty(POSTED, Postings.class);
        if (postings == null) {
            postings = new Postings();
            exchange.setProperty(POSTED, postings);
        }
        return postings;
    }

    /** What the exchange was given a template id for last was posted, and that is the message's id. */
    public static void posted(Exchange exchange, long messageId) {
        Reservation reservation = exchange.getProperty(RESERVED, Reservation.class);
        exchange.removeProperty(RESERVED);
        if (reservation != null) {
            postings(exchange).posted(reservation.what(), reservation.number(), messageId, exchange.getMessage());
        }
    }

    /** Written out only where something is posted: most events are not answered. */
    private record EventName(String portal, long id, OffsetDateTime date) implements Serializable {

        @Override
        public String toString() {
            return nameOf(portal, id, date);
        }
    }

    private record Reservation(String what, int number) implements Serializable {
    }
}

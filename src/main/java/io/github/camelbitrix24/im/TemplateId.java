package io.github.camelbitrix24.im;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.ExchangeHelper;

/**
 * A message's name that is the same whenever the same exchange, or the same event after it came again, posts the same:
 * the portal then posts it once (observed behaviour of im 26.250). What is posted several times on purpose is told
 * apart by counting, over all copies that splits, loops and the like make of an event's exchange.
 */
final class TemplateId {

    private static final String POSTED = "CamelBitrix24ImPosted";
    private static final String RESERVED = "CamelBitrix24ImReserved";
    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xf000L;

    private TemplateId() {
    }

    /** Copies of the exchange share the count, since properties are copied by reference. */
    static void startCounting(Exchange exchange) {
        exchange.setProperty(POSTED, new ConcurrentHashMap<String, Integer>());
    }

    static String of(Exchange exchange, String dialogId, String text) {
        Message message = exchange.getMessage();
        Object event = message.getHeader(Bitrix24ImConstants.EVENT_ID);
        String origin = event == null
                ? exchange.getExchangeId()
                : message.getHeader(Bitrix24ImConstants.PORTAL) + "/" + event + "/"
                  + message.getHeader(Bitrix24ImConstants.EVENT_DATE);
        String what = String.join("\n", origin, String.valueOf(ExchangeHelper.getAtRouteId(exchange)), dialogId, text);
        String name = what + "\n" + reserve(exchange, what);
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID(hash.getMostSignificantBits() & ~VERSION_MASK | VERSION_4, hash.getLeastSignificantBits()).toString();
    }

    /** Which of its kind this is, from 1; the same again while it has not been posted. */
    private static int reserve(Exchange exchange, String what) {
        Reservation reservation = exchange.getProperty(RESERVED, Reservation.class);
        if (reservation == null || !reservation.what.equals(what)) {
            if (!(exchange.getProperty(POSTED) instanceof ConcurrentMap)) {
                startCounting(exchange);
            }
            @SuppressWarnings("unchecked")
            ConcurrentMap<String, Integer> posted = exchange.getProperty(POSTED, ConcurrentMap.class);
            reservation = new Reservation(what, posted.merge(what, 1, Integer::sum));
            exchange.setProperty(RESERVED, reservation);
        }
        return reservation.number;
    }

    static void posted(Exchange exchange) {
        exchange.removeProperty(RESERVED);
    }

    private record Reservation(String what, int number) {
    }
}

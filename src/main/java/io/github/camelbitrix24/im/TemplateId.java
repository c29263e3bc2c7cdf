package io.github.camelbitrix24.im;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.support.ExchangeHelper;

/**
 * A message's name that is the same whenever the same exchange, or the same event after it came again, posts the same:
 * the portal then posts it once (observed behaviour of im 26.250). What one route posts several times on purpose is
 * told apart by counting.
 */
final class TemplateId {

    private static final String POSTED = "CamelBitrix24ImPosted";
    private static final long VERSION_4 = 0x4000L;
    private static final long VERSION_MASK = 0xf000L;

    private TemplateId() {
    }

    static String of(Exchange exchange, String dialogId, String text) {
        Message message = exchange.getMessage();
        Object event = message.getHeader(Bitrix24ImConstants.EVENT_ID);
        String origin = event == null
                ? exchange.getExchangeId()
                : message.getHeader(Bitrix24ImConstants.PORTAL) + "/" + event + "/"
                  + message.getHeader(Bitrix24ImConstants.EVENT_DATE);
        String name = String.join("\n", origin, String.valueOf(ExchangeHelper.getAtRouteId(exchange)),
                String.valueOf(posted(exchange)), dialogId, text);
        UUID hash = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        return new UUID(hash.getMostSignificantBits() & ~VERSION_MASK | VERSION_4, hash.getLeastSignificantBits()).toString();
    }

    static void posted(Exchange exchange, int count) {
        exchange.setProperty(POSTED, count);
    }

    static int posted(Exchange exchange) {
        return exchange.getProperty(POSTED, 0, Integer.class);
    }
}

package io.github.camelbitrix24.im.consumer;

import java.util.Locale;
import java.util.Set;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.EventExchange;

/**
 * Which events a route wants.
 *
 * @param types      upper-case names of the wanted types; empty for all
 * @param includeOwn whether what the acting user does is wanted
 */
public record EventFilter(Set<String> types, boolean includeOwn) {

    boolean isUnwanted(Bitrix24ImEvent event, Long actingUser) {
        boolean otherType
                = !types.isEmpty() && (event.getType() == null || !types.contains(event.getType().toUpperCase(Locale.ROOT)));
        return otherType || !includeOwn && EventExchange.isOwn(event, actingUser);
    }
}

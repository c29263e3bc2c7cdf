package io.github.camelbitrix24.im.consumer;

import java.util.Locale;
import java.util.Set;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.EventExchange;

/**
 * Which events a route wants.
 *
 * @param types      upper-case names of the wanted types and kinds; empty for all
 * @param includeOwn whether what the acting user does is wanted
 */
public record EventFilter(Set<String> types, boolean includeOwn) {

    boolean isUnwanted(Bitrix24ImEvent event, Long actingUser) {
        boolean otherType = !types.isEmpty() && !isOneOfTypes(event.getType()) && !isOneOfTypes(event.getKind());
        return otherType || !includeOwn && isOwn(event, actingUser);
    }

    private boolean isOneOfTypes(String name) {
        return name != null && types.contains(name.toUpperCase(Locale.ROOT));
    }

    public static boolean isOwn(Bitrix24ImEvent event, Long actingUser) {
        return actingUser != null && actingUser.equals(event.getUserId());
    }
}

package io.github.camelbitrix24.im.rest;

import java.time.Instant;

/**
 * The {@code time} object of an answer: the portal's own clock and account. Values may be whole numbers or fractions,
 * and any of them may be absent (Bitrix24 REST: data types).
 *
 * @param start            when the portal began to work on the call, or {@code null} if it did not say
 * @param operating        for how many seconds this method has run for these credentials in the last ten minutes, or
 *                         {@code null}: portals that do not limit it leave it out
 * @param operatingResetAt when part of that is forgotten, or {@code null}
 */
public record PortalTime(Instant start, Double operating, Instant operatingResetAt) {

    public static final PortalTime UNKNOWN = new PortalTime(null, null, null);
}

package io.github.camelbitrix24.im.rest;

import java.time.Instant;

/**
 * The {@code time} object of an answer: the portal's own clock. Values may be whole numbers or fractions, and any of
 * them may be absent (Bitrix24 REST: data types).
 *
 * @param start when the portal began to work on the call, or {@code null} if it did not say
 */
public record PortalTime(Instant start) {

    public static final PortalTime UNKNOWN = new PortalTime(null);
}

package io.github.camelbitrix24.im.event;

import java.util.List;

/**
 * One answer of {@code im.v2.Event.get}.
 *
 * @param events  the events by ascending id
 * @param hasMore whether the portal says that it holds more; it says so whenever a page is full
 */
public record EventPage(List<Bitrix24ImEvent> events, boolean hasMore) {
}

package io.github.camelbitrix24.im.delivery;

import java.util.List;

/**
 * What a page brought.
 *
 * @param taken    how many events are new and will be handed out
 * @param repeated how many events came that were acknowledged before: they are done, and stay so
 * @param gone     ids of young events that were there, that we had not acknowledged, and that are not there any more
 */
public record Arrivals(int taken, int repeated, List<Long> gone) {
}

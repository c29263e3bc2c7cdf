package io.github.camelbitrix24.im.delivery;

/**
 * The figures of one moment.
 *
 * @param inFlight how many events are in our hands and not done
 * @param running  how many handouts a route is working on
 * @param lanes    how many chats have unfinished events
 * @param known    how many rows of the portal's queue are known
 * @param holes    how many lanes wait with something below an event that was handed out
 * @param forced   how often progress had to go before {@code settleTime}
 */
public record DeliveryState(int inFlight, int running, int lanes, int known, int holes, long forced) {
}

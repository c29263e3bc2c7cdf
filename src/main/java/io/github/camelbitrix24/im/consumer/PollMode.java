package io.github.camelbitrix24.im.consumer;

import java.util.concurrent.ScheduledExecutorService;

/**
 * Who decides when a consumer polls, and where.
 *
 * @param stepwise      whether a poll is one call, and the next follows at once, so that polls share threads; whoever
 *                      counts polls gets whole ones
 * @param usersExecutor where to poll, or {@code null} for the threads that all consumers share
 * @param followUp      polls once more where polls come from a scheduler of the user's own, else {@code null}
 */
public record PollMode(boolean stepwise, ScheduledExecutorService usersExecutor, Runnable followUp) {
}

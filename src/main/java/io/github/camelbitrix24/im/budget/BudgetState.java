package io.github.camelbitrix24.im.budget;

import java.time.Duration;

/**
 * What has become of the requests to a portal so far.
 *
 * @param waiting    how many callers wait for their turn
 * @param underWay   how many requests were made and are not answered
 * @param waited     how long callers have waited, in all
 * @param rejections how many requests the portal has rejected as too many
 */
public record BudgetState(int waiting, int underWay, Duration waited, long rejections) {
}

package io.github.camelbitrix24.im.budget;

import java.time.Duration;

/**
 * What has become of the requests to a portal so far.
 *
 * @param waiting        how many callers wait for their turn
 * @param underWay       how many requests were made and are not answered
 * @param waited         how long callers have waited, in all
 * @param rejections     how many requests the portal has rejected as too many
 * @param sinceRejection the time since the last of them, or {@code null} if there was none
 * @param room           how many requests may be made at once, or {@code null} if there is no limit
 */
public record BudgetState(int waiting, int underWay, Duration waited, long rejections, Duration sinceRejection,
        Integer room) {
}

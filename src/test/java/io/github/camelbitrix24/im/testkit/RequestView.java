package io.github.camelbitrix24.im.testkit;

import java.time.Instant;

/**
 * A call that reached the portal.
 *
 * @param number counts the calls from 1 on
 * @param userId in whose name, 0 if nobody's
 * @param name   of that user, empty if it is nobody's
 * @param agent  what the caller says it is
 * @param status 0 if no answer was sent
 * @param error  the code in the answer, empty if there is none
 * @param call   what was asked, with secrets masked
 */
public record RequestView(
        long number, Instant at, String method, long userId, String name, String agent, int status, String error, String call) {
}

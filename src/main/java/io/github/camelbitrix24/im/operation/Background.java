package io.github.camelbitrix24.im.operation;

import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;

/**
 * Where something is done that nobody waits for.
 *
 * @param timer  on which nothing that takes time may run; {@code null} once the component is stopped
 * @param worker makes the calls, and refuses what is too much
 */
public record Background(Supplier<ScheduledExecutorService> timer, Executor worker) {
}

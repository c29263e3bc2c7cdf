package io.github.camelbitrix24.im.observe;

import org.apache.camel.CamelContext;
import org.apache.camel.Service;

/**
 * Whether the application has Micrometer. Asked first, since {@link ConsumerMeters} cannot be loaded without it.
 */
public final class Micrometer {

    private static final boolean PRESENT = isPresent();

    private Micrometer() {
    }

    /** @return {@code null} without Micrometer */
    public static Service metersOf(CamelContext context, WatchedConsumer consumer) {
        return PRESENT ? new ConsumerMeters(context, consumer) : null;
    }

    private static boolean isPresent() {
        try {
            Class.forName("io.micrometer.core.instrument.MeterRegistry", false, Micrometer.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

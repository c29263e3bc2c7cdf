package io.github.camelbitrix24.im;

import io.github.camelbitrix24.im.observe.OneLine;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.EventNotifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Camel's event notifiers, as ours are told: one that throws, whatever it throws, keeps nothing and nobody else. */
final class Notifiers {

    private static final Logger LOG = LoggerFactory.getLogger(Bitrix24ImConsumer.class);

    private Notifiers() {
    }

    static void tell(CamelContext camelContext, CamelEvent event) {
        if (camelContext.getManagementStrategy().getEventFactory().isTimestampEnabled()) {
            event.setTimestamp(System.currentTimeMillis());
        }
        for (EventNotifier notifier : camelContext.getManagementStrategy().getEventNotifiers()) {
            tell(notifier, event);
        }
    }

    private static void tell(EventNotifier notifier, CamelEvent event) {
        try {
            if (notifier.isEnabled(event)) {
                notifier.notify(event);
            }
        } catch (Throwable e) {
            LOG.warn("The event notifier {} failed, which is ignored: {} It was told: {}", notifier.getClass().getName(),
                    OneLine.of(e), event);
            LOG.debug("How it failed", e);
        }
    }
}

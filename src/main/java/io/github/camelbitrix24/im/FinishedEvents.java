package io.github.camelbitrix24.im;

import java.util.List;

import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import org.apache.camel.CamelContext;
import org.apache.camel.CamelContextAware;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which events were finished, across restarts, where the user has given a repository. An event is looked up before it
 * is routed and added after it is done, so that a crash in between leads to its coming twice and never to its loss.
 */
final class FinishedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(FinishedEvents.class);

    private final IdempotentRepository repository;
    private final String prefix;
    private boolean startedHere;

    /**
     * @param repository where to remember, or {@code null} to remember nothing
     */
    FinishedEvents(IdempotentRepository repository, Credentials credentials) {
        this.repository = repository;
        this.prefix = credentials.portal().authority() + "/" + credentials.user() + "/";
    }

    void start(CamelContext camelContext) {
        startedHere = repository != null && !ServiceHelper.isStarted(repository);
        if (startedHere) {
            CamelContextAware.trySetCamelContext(repository, camelContext);
            ServiceHelper.startService(repository);
        }
    }

    void stop() {
        if (startedHere) {
            ServiceHelper.stopService(repository);
        }
    }

    /**
     * @throws RuntimeException if the repository cannot tell
     */
    List<Bitrix24ImEvent> unfinished(List<Bitrix24ImEvent> events) {
        return repository == null ? events : events.stream().filter(event -> !repository.contains(key(event))).toList();
    }

    void add(List<Bitrix24ImEvent> events) {
        if (repository != null) {
            events.forEach(this::add);
        }
    }

    private void add(Bitrix24ImEvent event) {
        try {
            repository.add(key(event));
        } catch (RuntimeException e) {
            LOG.warn("Event {} is done, but the idempotent repository did not take it; after a crash it may come twice: {}",
                    event.getId(), e.toString());
        }
    }

    /** The date belongs to the key: after a restore of the portal the same id is another event. */
    private String key(Bitrix24ImEvent event) {
        return prefix + event.getId() + "/" + event.getDateText();
    }
}

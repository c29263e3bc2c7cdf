package io.github.camelbitrix24.im.consumer;

import java.util.List;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.OneLine;
import io.github.camelbitrix24.im.observe.ReaderName;
import org.apache.camel.CamelContext;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.spi.IdempotentRepository;
import org.apache.camel.support.service.ServiceHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which events were finished, across restarts, where the user has given a repository. An event is looked up before it
 * is routed and added after it is done, so that a crash in between leads to its coming twice and never to its loss. The
 * repository may be shared with others, so it lives as long as the Camel context does.
 */
final class FinishedEvents {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.CONSUMER);

    private final CamelContext camelContext;
    private final IdempotentRepository repository;
    private final String prefix;

    /**
     * @param repository where to remember, or {@code null} to remember nothing
     */
    FinishedEvents(CamelContext camelContext, IdempotentRepository repository, ReaderName reader) {
        this.camelContext = camelContext;
        this.repository = repository;
        this.prefix = reader.key() + "/";
    }

    /** Also when somebody who shares the repository has stopped it. */
    void start() {
        if (repository != null && !ServiceHelper.isStarted(repository)) {
            try {
                camelContext.addService(repository, true);
                ServiceHelper.startService(repository);
            } catch (Exception e) {
                throw RuntimeCamelException.wrapRuntimeCamelException(e);
            }
        }
    }

    /**
     * @throws RuntimeException if the repository cannot tell
     */
    List<Bitrix24ImEvent> unfinished(List<Bitrix24ImEvent> events) {
        if (repository == null) {
            return events;
        }
        start();
        return events.stream().filter(event -> !repository.contains(key(event))).toList();
    }

    void add(List<Bitrix24ImEvent> events) {
        if (repository != null) {
            events.forEach(this::add);
        }
    }

    private void add(Bitrix24ImEvent event) {
        try {
            start();
            repository.add(key(event));
        } catch (Throwable e) {
            LOG.warn(
                    "Event {} of {} is done, but the idempotent repository did not take it; after a crash it may come twice: {}",
                    event.getId(), prefix, OneLine.of(e));
        }
    }

    /** The date belongs to the key: after a restore of the portal the same id is another event. */
    private String key(Bitrix24ImEvent event) {
        return prefix + event.getId() + "/" + event.getDateText();
    }
}

package io.github.camelbitrix24.im.operation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.Lock;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.spi.StateRepository;

/**
 * One message for each key: posted once, edited from then on, whatever crashes in between. That it is being posted is
 * written down before, its id after; in between, and for about a month without the repository as well, the portal knows
 * the message by its template id, which is made from the key and a number.
 */
final class KeyedMessages {

    private static final int MOST_LOST = 50;

    private final Means means;
    private final Poster poster;
    private final LoopGuard guard;
    private final StateRepository<String, String> store;

    KeyedMessages(Means means) {
        this.means = means;
        this.poster = new Poster(means);
        this.guard = new LoopGuard(means);
        this.store = means.settings().messageStore();
    }

    /**
     * @return                          {@code null} if the message has none
     * @throws RuntimeExchangeException if there is one, and nothing to keep it in
     */
    String key(Exchange exchange) {
        String key = exchange.getMessage().getHeader(Bitrix24ImConstants.MESSAGE_KEY, String.class);
        if (key == null) {
            return null;
        }
        if (key.isBlank()) {
            throw new RuntimeExchangeException(
                    "Header " + Bitrix24ImConstants.MESSAGE_KEY + " is blank: set it to what the message is about, for"
                                               + " example to alert-17",
                    exchange);
        }
        if (store == null) {
            throw new RuntimeExchangeException(
                    "Header " + Bitrix24ImConstants.MESSAGE_KEY + " needs a place where the messages of keys are kept: set"
                                               + " the option messageStore to a StateRepository, for example to #alerts",
                    exchange);
        }
        return key;
    }

    /**
     * @return the message's id, or {@code null} if the route ends here
     */
    Long send(Exchange exchange, String dialogId, String key, Content content, ReplyTo replyTo)
            throws RestException, LoopException {
        String name = name(dialogId, key);
        Lock lock = means.memory().lock(name);
        lock.lock();
        try {
            MessageState state = MessageState.of(store.getState(name));
            if (state.id() != null && isEdited(state.id(), content)) {
                return state.id();
            }
            for (int attempt = 1;; attempt++) {
                boolean mayBePosted = state.stage() == MessageState.Stage.POSTING;
                state = state.posting();
                String templateId = templateId(name, state);
                if (!guard.admits(exchange, dialogId, templateId)) {
                    return null;
                }
                store.setState(name, state.toString());
                long id = poster.post(new Post(dialogId, content, replyTo.messageId(), templateId), replyTo.isOptional());
                state = state.posted(id);
                boolean isNew = means.memory().isNew(id);
                if (isNew && !mayBePosted || isEdited(id, content)) {
                    store.setState(name, state.toString());
                    return id;
                }
                if (attempt == MOST_LOST) {
                    throw new RuntimeExchangeException(
                            "The last " + MOST_LOST + " messages of the key of the header "
                                                       + Bitrix24ImConstants.MESSAGE_KEY + " cannot be edited: use another key",
                            exchange);
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** @return whether the message is there; a message that is gone is posted anew */
    private boolean isEdited(long id, Content content) throws RestException {
        try {
            means.calls().make(OperationTable.edit, means.actor().edit(id, content.whole()));
            return true;
        } catch (RestException e) {
            if (means.actor().isGone(e)) {
                return false;
            }
            throw e;
        }
    }

    interface Deletion {
        void of(long messageId) throws RestException;
    }

    /** Deletes the message of a key and forgets it. One that may have been posted is found by posting it again. */
    void delete(String dialogId, String key, Deletion deletion) throws RestException {
        String name = name(dialogId, key);
        Lock lock = means.memory().lock(name);
        lock.lock();
        try {
            MessageState state = MessageState.of(store.getState(name));
            switch (state.stage()) {
                case NONE, FORGOTTEN -> {
                    return;
                }
                case POSTING -> deletion.of(poster.post(
                        new Post(dialogId, new Content("...", null, null), null, templateId(name, state)), false));
                case POSTED -> deletion.of(state.id());
            }
            store.setState(name, state.forgotten().toString());
        } finally {
            lock.unlock();
        }
    }

    private static String templateId(String name, MessageState state) {
        return TemplateId.named(name + "\n" + state.number());
    }

    /**
     * In characters that every repository can keep: Camel's own of files takes neither an equals sign nor a line break.
     */
    private String name(String dialogId, String key) {
        return URLEncoder.encode(String.join("/", means.name().key(), dialogId, key), StandardCharsets.UTF_8);
    }
}

package io.github.camelbitrix24.im.consumer;

import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventMethods;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * The user of the credentials, whose events are recorded as long as somebody is subscribed for him.
 */
final class UserOwner implements QueueOwner {

    private final EventMethods queue;
    private final EventFilter filter;
    private final ActingUser actingUser;
    private final Subscription subscription;
    private final Identification identification;

    /** @param reader whose events they are, for texts */
    UserOwner(RestClient client, ReaderSettings settings, QueueNews news, String reader, LongSupplier nanoTime) {
        this.queue = new EventMethods(client);
        this.filter = settings.filterOfUser();
        this.actingUser = new ActingUser(client);
        this.subscription = new Subscription(queue, settings, reader, nanoTime);
        this.identification = new Identification(
                actingUser, settings.resubscribeInterval(), settings.filterOfUser().needsActingUser(), news, reader, nanoTime);
    }

    @Override
    public boolean isUnprepared() {
        return subscription.isDue();
    }

    @Override
    public boolean prepare(Permit permit) throws RestException {
        subscription.renew(permit);
        return false;
    }

    @Override
    public boolean isUnidentified() {
        return identification.isDue();
    }

    @Override
    public void identify(Permit permit) throws RestException {
        identification.ask(permit);
    }

    @Override
    public void identifySoon() {
        identification.askSoon();
    }

    @Override
    public EventQueue queue() {
        return queue;
    }

    @Override
    public EventFilter filter(Bitrix24ImEvent event) {
        return filter;
    }

    @Override
    public Long self(Bitrix24ImEvent event) {
        return actingUser.known();
    }
}

package io.github.camelbitrix24.im.consumer;

import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.event.EventKind;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.registration.Bot;
import io.github.camelbitrix24.im.registration.BotQueue;
import io.github.camelbitrix24.im.registration.BotRegistration;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * A bot, whose events are recorded from its registration on, alone or together with the user of the credentials.
 */
final class BotOwner implements QueueOwner {

    private final Bot bot;
    private final EventFilter filter;
    private final BotRegistration registration;
    private final BotQueue queue;
    private final UserOwner user;

    /** @param user whose queue is read as well, or {@code null} */
    BotOwner(Bot bot, EventFilter filter, RestClient client, UserOwner user) {
        this.bot = bot;
        this.filter = filter;
        this.registration = new BotRegistration(bot, client, true);
        this.queue = new BotQueue(bot, client, user != null);
        this.user = user;
    }

    @Override
    public boolean isUnprepared() {
        return registration.isDue() || user != null && user.isUnprepared();
    }

    @Override
    public boolean prepare(Permit permit) throws RestException {
        if (!registration.isDue()) {
            return user.prepare(permit);
        }
        registration.next(permit);
        return isUnprepared();
    }

    @Override
    public boolean isUnidentified() {
        return user != null && user.isUnidentified();
    }

    @Override
    public void identify(Permit permit) throws RestException {
        user.identify(permit);
    }

    @Override
    public void identifySoon() {
        if (user != null) {
            user.identifySoon();
        }
    }

    @Override
    public EventQueue queue() {
        return queue;
    }

    @Override
    public EventFilter filter(Bitrix24ImEvent event) {
        return isOfUser(event) ? user.filter(event) : filter;
    }

    /** What the bot does is its own also where the user hears of it. */
    @Override
    public Long self(Bitrix24ImEvent event) {
        Long id = bot.id();
        boolean byBot = id != null && id.equals(event.getUserId());
        return isOfUser(event) && !byBot ? user.self(event) : id;
    }

    private boolean isOfUser(Bitrix24ImEvent event) {
        return user != null && EventKind.isOfUser(event.getType());
    }
}

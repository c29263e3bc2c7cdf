package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.exchange.BeanMapper;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.registration.Bot;
import io.github.camelbitrix24.im.rest.RestClient;
import org.apache.camel.CamelContext;

/**
 * What the operations of one producer work with.
 *
 * @param name       of the user, and of the portal
 * @param calls      how they call the portal
 * @param actor      as whom
 * @param memory     what is known of the portal
 * @param beans      writes what an application puts into parameters
 * @param background does what nobody waits for
 */
public record Means(
        ReaderName name, RestClient client, PortalCalls calls, Actor actor, Settings settings, PortalMemory memory,
        BeanMapper beans, Background background) {

    Poster poster() {
        return new Poster(this);
    }

    Uploader uploader() {
        return new Uploader(this);
    }

    /**
     * @param bot        as whom to act, or {@code null} for the user of the credentials
     * @param pause      how to wait before a call is made again
     * @param background does what nobody waits for
     */
    public static Means of(
            ReaderName name, RestClient client, Bot bot, Settings settings, PortalMemory memory, CamelContext context,
            Pause pause, Background background) {
        Actor actor = bot == null ? new UserActor(client) : new BotActor(bot, client);
        return new Means(
                name, client, new PortalCalls(name.portal(), client, actor, memory, new RepeatableCall(context, pause)),
                actor, settings, memory, new BeanMapper(context), background);
    }
}

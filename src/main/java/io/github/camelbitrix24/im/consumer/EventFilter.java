package io.github.camelbitrix24.im.consumer;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.github.camelbitrix24.im.event.Bitrix24ImEvent;
import io.github.camelbitrix24.im.exchange.EventExchange;
import io.github.camelbitrix24.im.observe.LeftOut;

/**
 * Which events a route wants, and who may talk to it.
 *
 * @param types       upper-case names of the wanted types and kinds; empty for all
 * @param includeOwn  whether what the acting user does is wanted
 * @param dialogs     lower-case dialog ids; empty for all
 * @param chats       lower-case kinds of chats; empty for all
 * @param senders     lower-case kinds of senders; empty for all
 * @param mentionOnly whether in chats of several people only what speaks to the acting user is wanted
 */
public record EventFilter(Set<String> types, boolean includeOwn, Set<String> dialogs, Set<String> chats, Set<String> senders,
        boolean mentionOnly) {

    /**
     * Whether it cannot be decided without knowing as whom the portal acts.
     */
    boolean needsActingUser() {
        return !includeOwn || mentionOnly;
    }

    /**
     * Decides on one event by what is in it.
     *
     * @param  actingUser as whom the portal acts, or {@code null} if that is not known: then nothing is its own, and
     *                    nothing speaks to it
     * @return            why the route does not get it; empty if it does
     */
    Optional<LeftOut> reason(Bitrix24ImEvent event, Long actingUser) {
        if (!types.isEmpty() && !isOneOfTypes(event.getType()) && !isOneOfTypes(event.getKind())) {
            return Optional.of(LeftOut.TYPE);
        }
        if (!includeOwn && EventExchange.isOwn(event, actingUser)) {
            return Optional.of(LeftOut.OWN);
        }
        if (!dialogs.isEmpty() && !isIn(dialogs, event)) {
            return Optional.of(LeftOut.DIALOG);
        }
        if (!chats.isEmpty() && ChatKind.namesOf(event).stream().noneMatch(chats::contains)) {
            return Optional.of(LeftOut.CHAT);
        }
        if (!senders.isEmpty() && !senders.contains(Objects.toString(event.getSender(), ""))) {
            return Optional.of(LeftOut.SENDER);
        }
        return mentionOnly && !Address.speaksTo(actingUser, event) ? Optional.of(LeftOut.MENTION) : Optional.empty();
    }

    private boolean isOneOfTypes(String name) {
        return name != null && types.contains(name.toUpperCase(Locale.ROOT));
    }

    /** A private chat has a number, too, by which it can be named like any other. */
    private static boolean isIn(Set<String> dialogs, Bitrix24ImEvent event) {
        String dialogId = event.getDialogId();
        return dialogId != null && dialogs.contains(dialogId.toLowerCase(Locale.ROOT))
                || event.getChatId() != null && dialogs.contains("chat" + event.getChatId());
    }
}

package io.github.camelbitrix24.im.operation;

import java.util.Set;
import java.util.regex.Pattern;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** Reacts to the message of an event, or takes that back. */
record React(Means means) implements Operation {

    private static final Pattern CODE = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,99}");
    private static final String EXAMPLES = "for example to like, redHeart or whiteHeavyCheckMark";

    @Override
    public void process(Exchange exchange) throws RestException {
        long id = EventMessage.id(exchange, "react to");
        String reaction = means.settings().reaction().apply(exchange.getMessage());
        if (reaction == null || !CODE.matcher(reaction).matches()) {
            throw new RuntimeExchangeException(
                    "No reaction: set the header " + Bitrix24ImConstants.REACTION + " or the option reaction to the name of"
                                               + " one, " + EXAMPLES,
                    exchange);
        }
        try {
            means.calls().make(OperationTable.react, means.settings().reactionTakenBack()
                    ? means.actor().takeBack(id, reaction) : means.actor().react(id, reaction));
        } catch (RestException e) {
            throw e.hasCode(Set.of("REACTION_NOT_FOUND"))
                    ? e.advising("The portal knows no reaction " + reaction + ": set the header " + Bitrix24ImConstants.REACTION
                                 + " or the option reaction, " + EXAMPLES + ".")
                    : e;
        }
        exchange.getMessage().setBody(true);
    }
}

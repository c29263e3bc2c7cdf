package io.github.camelbitrix24.im.operation;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.exchange.CallParameters;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.MethodName;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** Calls whichever REST method the route names. */
final class Call implements Operation {

    private static final String TOKEN_MARK = "custom";

    private final Means means;
    private final CallParameters parameters;

    Call(Means means) {
        this.means = means;
        this.parameters = new CallParameters(means.beans());
    }

    /**
     * What a portal tells of a bot, in a batch too, may hold its token behind this mark (observed behaviour of im
     * 26.250).
     */
    private static JsonNode withoutTokens(String method, JsonNode result) {
        result.findParents("appId").stream()
                .filter(bot -> BotActor.isOfBots(method) || bot.get("appId").asText().startsWith(TOKEN_MARK))
                .forEach(bot -> ((ObjectNode) bot).remove("appId"));
        return result;
    }

    @Override
    public void process(Exchange exchange) throws RestException {
        String method = means.settings().method().apply(exchange.getMessage());
        if (method == null || method.isBlank()) {
            throw new RuntimeExchangeException(
                    "No REST method to call: set the option method or the header " + Bitrix24ImConstants.METHOD, exchange);
        }
        MethodName.requireWellFormed(method);
        RestCall call = new RestCall(method, parameters.of(exchange.getMessage()));
        JsonNode result = means.calls().make(OperationTable.call, List.of(call));
        exchange.getMessage().setBody(Json.plain(withoutTokens(method, result)));
    }
}

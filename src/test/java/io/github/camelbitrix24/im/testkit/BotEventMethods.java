package io.github.camelbitrix24.im.testkit;

import java.util.List;

/**
 * {@code imbot.v2.Event.get}: the same algorithm as that of a user, over the bot's rows, and, if asked for, those of
 * whoever calls.
 */
record BotEventMethods(PortalState portal) {

    void addTo(MethodTable table) {
        table.controller("imbot.v2.Event").action("get", new BotOwnership(portal).owned(this::get));
    }

    private Object get(BotCall call) {
        // An argument of the action, of which any text but an empty one and 0 is true.
        boolean withUserEvents = Php.isTrue(call.original().params().get("withUserEvents"));
        if (withUserEvents) {
            checkUser(call.original().caller());
        }
        List<Long> queues = withUserEvents ? List.of(call.bot().id, call.original().userId()) : List.of(call.bot().id);
        return new EventMethods(portal.log, portal.behaviours).page(queues, call.original());
    }

    private void checkUser(Caller caller) {
        if (!caller.scopes().contains("im")) {
            throw RestFailure.of("SCOPE_ERROR");
        }
        if (!portal.log.isSubscribed(caller.userId())) {
            throw RestFailure.of("USER_NOT_SUBSCRIBED");
        }
    }
}

package io.github.camelbitrix24.im.testkit;

import io.github.camelbitrix24.im.testkit.Behaviour.PlainHttp;
import io.github.camelbitrix24.im.testkit.Behaviour.Standing;

/** Who is calling: the authentication layer, whose every failure is a 401 in the server's source. */
final class Authentication {

    private final PortalState portal;
    private final AccessTokens accessTokens;

    Authentication(PortalState portal) {
        this.portal = portal;
        this.accessTokens = new AccessTokens(portal);
    }

    Caller check(Incoming incoming, RestMethod method) {
        switch (portal.behaviours.of(Standing.class)) {
            case PLAN_ENDED -> throw RestFailure.of("ACCESS_DENIED");
            case OVERLOADED -> throw RestFailure.of("OVERLOAD_LIMIT");
            case GOOD, DELETED -> {
            }
        }
        Caller caller = incoming.door() == Incoming.Door.WEBHOOK ? webhook(incoming) : accessTokens.caller(incoming);
        if (!caller.user().active || Session.isOfSomebodyElse(incoming.request(), caller.userId())) {
            throw RestFailure.of("authorization_error");
        }
        demand(caller, method);
        return caller;
    }

    static void demand(Caller caller, RestMethod method) {
        if (!permits(caller, method)) {
            throw RestFailure.of("insufficient_scope").described("The request requires higher privileges than provided by the "
                                                                 + (caller.webhook() ? "webhook token" : "access token"));
        }
    }

    static boolean permits(Caller caller, RestMethod method) {
        return method.scope().isEmpty() || caller.scopes().contains(method.scope());
    }

    private Caller webhook(Incoming incoming) {
        if (portal.behaviours.is(PlainHttp.REFUSED) && portal.url().startsWith("http:")) {
            throw RestFailure.of("INVALID_REQUEST");
        }
        EmulatedUser owner = portal.directory.find(incoming.claimedUserId())
                .filter(user -> user.webhookActive && user.secret.equals(incoming.secret()))
                .orElseThrow(() -> RestFailure.of("INVALID_CREDENTIALS"));
        return new Caller(portal.directory.user(owner.actingAs), "webhook-" + owner.id, owner.scopes, true);
    }
}

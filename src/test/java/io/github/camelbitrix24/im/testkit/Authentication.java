package io.github.camelbitrix24.im.testkit;

import io.github.camelbitrix24.im.testkit.Behaviour.PlainHttp;
import io.github.camelbitrix24.im.testkit.Behaviour.Standing;

/**
 * Who is calling: the authentication layer, whose every failure but that of a signed link is a 401 in the server's
 * source. The credential and its scope come first, then how the portal stands with its vendor, then the user.
 */
final class Authentication {

    private final PortalState portal;

    Authentication(PortalState portal) {
        this.portal = portal;
    }

    Caller check(Incoming incoming, RestMethod method) {
        Caller caller = incoming.door() == Incoming.Door.WEBHOOK ? webhook(incoming) : portal.accessTokens.caller(incoming);
        demand(caller, method);
        switch (portal.behaviours.of(Standing.class)) {
            case PLAN_ENDED -> throw RestFailure.of("ACCESS_DENIED");
            case OVERLOADED -> throw RestFailure.of("OVERLOAD_LIMIT");
            case GOOD, DELETED -> {
            }
        }
        if (!caller.user().active || Session.isOfSomebodyElse(incoming.request(), caller.userId())) {
            throw RestFailure.of("authorization_error");
        }
        if (incoming.params().get("token") != null && !FileLinks.isOne(method)) {
            throw RestFailure.of("ACCESS_DENIED", FileLinks.REFUSED, 403);
        }
        return caller;
    }

    static void demand(Caller caller, RestMethod method) {
        if (!permits(caller, method)) {
            throw RestFailure.of("insufficient_scope").described("The request requires higher privileges than provided by the "
                                                                 + (caller.webhook() ? "webhook token" : "access token"));
        }
    }

    static boolean permits(Caller caller, RestMethod method) {
        return method.scopes().isEmpty() || method.scopes().stream().anyMatch(caller.scopes()::contains);
    }

    private Caller webhook(Incoming incoming) {
        if (portal.behaviours.is(PlainHttp.REFUSED) && portal.url().startsWith("http:")) {
            throw RestFailure.of("INVALID_REQUEST");
        }
        EmulatedUser owner = portal.directory.find(incoming.claimedUserId())
                .filter(user -> user.webhookActive && user.secret.equals(incoming.secret()))
                .orElseThrow(() -> RestFailure.of("INVALID_CREDENTIALS"));
        return new Caller(
                portal.directory.user(owner.actingAs), "webhook-" + owner.id, owner.scopes, true,
                owner.id + "/" + owner.secret);
    }
}

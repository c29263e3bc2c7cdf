package io.github.camelbitrix24.im.testkit;

/** Who is calling: the authentication layer, whose every failure is a 401 in the server's source. */
final class Authentication {

    private final PortalState portal;

    Authentication(PortalState portal) {
        this.portal = portal;
    }

    Caller check(Incoming incoming, RestMethod method) {
        Caller caller = switch (incoming.door()) {
            case WEBHOOK -> webhook(incoming);
            default -> throw RestFailure.of("NO_AUTH_FOUND");
        };
        if (!caller.user().active) {
            throw RestFailure.of("authorization_error");
        }
        if (!permits(caller, method)) {
            throw RestFailure.of("insufficient_scope");
        }
        return caller;
    }

    static boolean permits(Caller caller, RestMethod method) {
        return method.scope().isEmpty() || caller.scopes().contains(method.scope());
    }

    private Caller webhook(Incoming incoming) {
        EmulatedUser owner = portal.directory.find(incoming.claimedUserId())
                .filter(user -> user.webhookActive && user.secret.equals(incoming.secret()))
                .orElseThrow(() -> RestFailure.of("INVALID_CREDENTIALS"));
        return new Caller(portal.directory.user(owner.actingAs), "webhook-" + owner.id, owner.scopes, true);
    }
}

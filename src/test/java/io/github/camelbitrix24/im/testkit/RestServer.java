package io.github.camelbitrix24.im.testkit;

import java.util.List;
import java.util.Optional;

import io.github.camelbitrix24.im.testkit.Behaviour.Standing;

/** The REST server: checks a call in the portal's order, executes it, and puts the result into its envelope. */
final class RestServer {

    private static final List<String> CONTROLLER_VERBS = List.of("GET", "POST");

    private final PortalState portal;
    private final RestAnswers answers;
    private final Authentication authentication;
    private final Execution execution;

    RestServer(PortalState portal, RestAnswers answers) {
        this.portal = portal;
        this.answers = answers;
        this.authentication = new Authentication(portal);
        this.execution = new Execution(portal);
    }

    Outcome answer(Incoming incoming) {
        try {
            portal.rateLimiter.admit(incoming.request().remoteAddress());
            if (portal.behaviours.is(Standing.DELETED)) {
                throw RestFailure.of("PORTAL_DELETED");
            }
            Optional<RestMethod> link = FileLinks.method(incoming);
            if (link.isPresent()) {
                Caller caller = authentication.check(incoming, link.get());
                return Outcome.of(new FileTransfers(portal).answer(incoming, caller)).by(caller.userId());
            }
            RestMethod method = execution.method(incoming.method());
            Caller caller = authentication.check(incoming, method);
            return called(method, caller, incoming).by(caller.userId());
        } catch (RestFailure failure) {
            return answers.failure(failure).by(incoming.claimedUserId());
        }
    }

    private Outcome called(RestMethod method, Caller caller, Incoming incoming) {
        try {
            execution.checkLimit(method, caller);
            if (method.controller() && !CONTROLLER_VERBS.contains(incoming.request().method())) {
                throw RestFailure.of("invalid_http_method");
            }
            return answers.success(execution.execute(method, caller, incoming.params(), incoming.isForm()), caller);
        } catch (RestFailure failure) {
            return answers.failure(failure);
        }
    }
}

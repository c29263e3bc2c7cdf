package io.github.camelbitrix24.im.testkit;

import java.util.Optional;

import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Handler;
import io.github.camelbitrix24.im.testkit.http.Parameters;
import io.github.camelbitrix24.im.testkit.http.Reply;
import io.github.camelbitrix24.im.testkit.http.Request;

/** What stands at the portal's address: faults first, then the servers behind it, and a journal of it all. */
final class PortalFront implements Handler {

    private final PortalState portal;
    private final RestAnswers answers;
    private final RestServer rest;
    private final FaultInjector faults;

    PortalFront(PortalState portal) {
        this.answers = new RestAnswers(portal.behaviours);
        this.portal = portal;
        this.rest = new RestServer(portal, answers);
        this.faults = new FaultInjector(answers, portal);
    }

    @Override
    public Reply handle(Request request) throws InterruptedException {
        Optional<Reply> control = portal.control.apply(request);
        if (control.isPresent()) {
            return control.get();
        }
        Incoming incoming = Incoming.of(request);
        portal.monitor.run(() -> portal.journal.entered(incoming.method()));
        portal.postedEvents.callBegins();
        try {
            long caller = portal.monitor.read(() -> callerOf(incoming));
            Fault fault = portal.faults.next(caller, incoming.method());
            Outcome outcome = faults.inject(fault, incoming, () -> portal.monitor.write(() -> execute(incoming)));
            portal.monitor.run(() -> portal.journal.record(recorded(incoming, outcome)));
            return outcome.reply();
        } finally {
            portal.monitor.run(() -> portal.journal.left(incoming.method()));
        }
    }

    @Override
    public void answered() {
        portal.postedEvents.answered();
    }

    private long callerOf(Incoming incoming) {
        return switch (incoming.door()) {
            case WEBHOOK -> incoming.claimedUserId();
            case APPLICATION -> portal.accessTokens.userOf(incoming);
            case TOKEN, REST_3, PAGE -> 0;
        };
    }

    private Outcome execute(Incoming incoming) {
        Optional<Answer> elsewhere = portal.renaming.answer(incoming.request());
        if (elsewhere.isPresent() && incoming.door() != Incoming.Door.TOKEN) {
            return Outcome.of(elsewhere.get());
        }
        return switch (incoming.door()) {
            case WEBHOOK, APPLICATION -> rest.answer(incoming);
            case TOKEN -> token(incoming);
            case REST_3 -> OtherPages.restThree();
            case PAGE -> OtherPages.page(incoming.request().path());
        };
    }

    private Outcome token(Incoming incoming) {
        try {
            return Outcome.of(RestAnswers.json(200, portal.oauth.token(incoming.params())));
        } catch (RestFailure failure) {
            return answers.failure(failure);
        }
    }

    private RecordedCall recorded(Incoming incoming, Outcome outcome) {
        Request request = incoming.request();
        long user = outcome.userId() == 0 ? incoming.claimedUserId() : outcome.userId();
        return new RecordedCall(
                portal.directory.masked(incoming.method()), user, request.method(),
                portal.directory.masked(incoming.maskedPath()), request.headers(),
                Parameters.shown(incoming.params()), request.shownText(), outcome.status(), outcome.error(),
                portal.clock.now());
    }
}

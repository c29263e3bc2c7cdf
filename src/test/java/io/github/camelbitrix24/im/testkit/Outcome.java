package io.github.camelbitrix24.im.testkit;

import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Reply;

/** How a call ended: what goes over the wire, and what the journal keeps of it. Status 0: no answer. */
record Outcome(Reply reply, Answer answer, int status, String error, long userId) {

    static Outcome of(Answer answer) {
        return new Outcome(new Reply.Whole(answer), answer, answer.status(), "", 0);
    }

    static Outcome lost(Reply reply) {
        return new Outcome(reply, null, 0, "", 0);
    }

    Outcome lostIn(Reply other) {
        return new Outcome(
                other, answer, other instanceof Reply.Cut || other instanceof Reply.Misstated ? status : 0, error, userId);
    }

    Outcome in(Reply other) {
        return new Outcome(other, answer, status, error, userId);
    }

    Outcome with(Answer other) {
        return new Outcome(new Reply.Whole(other), other, other.status(), error, userId);
    }

    Outcome withError(String code) {
        return new Outcome(reply, answer, status, code, userId);
    }

    Outcome by(long user) {
        return new Outcome(reply, answer, status, error, user);
    }
}

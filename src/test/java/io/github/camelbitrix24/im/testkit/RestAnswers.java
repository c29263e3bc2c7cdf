package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.Hosting;
import io.github.camelbitrix24.im.testkit.Behaviour.SessionCookie;
import io.github.camelbitrix24.im.testkit.Behaviour.StatusTable;
import io.github.camelbitrix24.im.testkit.http.Answer;
import io.github.camelbitrix24.im.testkit.http.Body;

/** Puts results and errors into the envelope of the REST server. */
final class RestAnswers {

    private static final Map<String, String> HEADERS = headers();

    private final Behaviours behaviours;

    RestAnswers(Behaviours behaviours) {
        this.behaviours = behaviours;
    }

    Outcome success(Execution.Result result, Caller caller) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("result", result.value());
        envelope.putAll(result.beside());
        envelope.put("time", result.time());
        Answer answer = json(200, envelope);
        if (behaviours.is(Hosting.CLOUD)) {
            answer = cloud(answer, result.time(), caller);
        }
        return Outcome.of(behaviours.is(SessionCookie.SET)
                ? answer.with("Set-Cookie", Session.cookie(caller.userId()) + "; path=/; HttpOnly") : answer);
    }

    private static Answer cloud(Answer answer, Map<String, Object> time, Caller caller) {
        Answer timed = answer.with("X-Bitrix-Rest-Time", WireJson.text(time.get("duration")))
                .with("X-Bitrix-Rest-User-Time", "0.0021").with("X-Bitrix-Rest-System-Time", "0.0004");
        return caller.webhook() ? timed : timed.with("X-Bitrix-Rest-Application", caller.credential());
    }

    Outcome failure(RestFailure failure) {
        return Outcome.of(json(failure.status(behaviours.of(StatusTable.class)), failure.body())).withError(failure.code());
    }

    static Answer json(int status, Object value) {
        return new Answer(status, HEADERS, Body.of(WireJson.bytes(value)));
    }

    private static Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json; charset=utf-8");
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Access-Control-Allow-Headers", "origin, content-type, accept");
        headers.put("X-Content-Type-Options", "nosniff");
        return headers;
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;

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

    Outcome success(Object result, Map<String, Object> time) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("result", result);
        envelope.put("time", time);
        return Outcome.of(json(200, envelope));
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

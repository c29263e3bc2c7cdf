package io.github.camelbitrix24.im.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The REST server: checks a call in the portal's order, executes it, and puts the result into its envelope. */
final class RestServer {

    private static final Set<String> TAKEN_BY_THE_SERVER = Set.of("auth", "access_token", "auth_connector", "aplogin", "ap",
            "sessid", "state", "start", "token");
    private static final List<String> CONTROLLER_VERBS = List.of("GET", "POST");

    private final PortalState portal;
    private final RestAnswers answers;
    private final Authentication authentication;
    private final MethodTable methods = new MethodTable();

    RestServer(PortalState portal, RestAnswers answers) {
        this.portal = portal;
        this.answers = answers;
        this.authentication = new Authentication(portal);
        new EventMethods(portal.log, portal.behaviours).addTo(methods);
        new MessageMethods(portal).addTo(methods);
        new ServiceMethods(portal, methods).addToTable();
        methods.add("batch", "", new Batch(portal, this::invoke)::call);
    }

    Outcome answer(Incoming incoming) {
        TimeInfo time = new TimeInfo(portal.clock);
        try {
            RestMethod method = methods.find(incoming.method()).orElseThrow(() -> RestFailure.of("ERROR_METHOD_NOT_FOUND"));
            Caller caller = authentication.check(incoming, method);
            return called(method, caller, incoming, time).by(caller.userId());
        } catch (RestFailure failure) {
            return answers.failure(failure).by(incoming.claimedUserId());
        }
    }

    private Outcome called(RestMethod method, Caller caller, Incoming incoming, TimeInfo time) {
        try {
            if (method.controller() && !CONTROLLER_VERBS.contains(incoming.request().method())) {
                throw RestFailure.of("invalid_http_method");
            }
            return answers.success(method.call(new MethodCall(caller, own(incoming.params()))), time.finish());
        } catch (RestFailure failure) {
            return answers.failure(failure);
        }
    }

    private Object invoke(String name, Caller caller, Map<String, Object> params) {
        RestMethod method = methods.find(name).orElseThrow(() -> RestFailure.of("ERROR_METHOD_NOT_FOUND"));
        if (!Authentication.permits(caller, method)) {
            throw RestFailure.of("insufficient_scope");
        }
        return method.call(new MethodCall(caller, own(params)));
    }

    private static Map<String, Object> own(Map<String, Object> params) {
        Map<String, Object> own = new HashMap<>(params);
        own.keySet().removeAll(TAKEN_BY_THE_SERVER);
        return own;
    }
}

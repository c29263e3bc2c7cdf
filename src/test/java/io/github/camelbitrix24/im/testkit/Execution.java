package io.github.camelbitrix24.im.testkit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Executes authorised calls, single or inside a batch, and keeps count of the time they take. */
final class Execution {

    /** A result and its {@code time}, and what stands beside it in the envelope. */
    record Result(Object value, Map<String, Object> beside, Map<String, Object> time) {

        static Result of(Object value, Map<String, Object> time) {
            if (!(value instanceof Listing listing)) {
                return new Result(value, Map.of(), time);
            }
            Map<String, Object> beside = new LinkedHashMap<>();
            if (listing.total() > Listing.PAGE) {
                beside.put("next", Listing.PAGE);
            }
            beside.put("total", listing.total());
            return new Result(listing.items(), beside, time);
        }
    }

    private static final Set<String> TAKEN_BY_THE_SERVER = Set.of("auth", "access_token", "auth_connector", "aplogin", "ap",
            "sessid", "state", "start", "token");

    private final PortalState portal;
    private final MethodTable methods;

    Execution(PortalState portal) {
        this.portal = portal;
        this.methods = portal.methods;
        new EventMethods(portal.log, portal.behaviours).addTo(methods);
        new MessageMethods(portal).addTo(methods);
        new ServiceMethods(portal, methods).addToTable();
        new DialogMethods(portal).addTo(methods);
        new ChatControllers(portal).addTo(methods);
        new FileControllers(portal).addTo(methods);
        new DiskMethods(portal).addTo(methods);
        new BotRegistration(portal).addTo(methods);
        new BotLookup(portal).addTo(methods);
        new BotEventMethods(portal).addTo(methods);
        new BotMessages(portal).addTo(methods);
        new BotCommands(portal).addTo(methods);
        new BotChats(portal).addTo(methods);
        new BotContext(portal).addTo(methods);
        methods.add("user.get", UserGet.SCOPES, new UserGet(portal.directory)::call);
        methods.add("batch", Set.of(), new Batch(this)::call);
    }

    RestMethod method(String name) {
        return methods.named(name);
    }

    Result execute(RestMethod method, Caller caller, Map<String, Object> params, boolean form) {
        TimeInfo time = new TimeInfo(portal.clock, portal.operatingTime.assumed(method.name()));
        Map<String, Object> own = new HashMap<>(params);
        own.keySet().removeAll(TAKEN_BY_THE_SERVER);
        Object value = method.call(new MethodCall(caller, own, form));
        portal.operatingTime.add(caller, method, time.spent());
        return Result.of(value, time.fields(portal.operatingTime.fields(caller, method)));
    }

    void checkLimit(RestMethod method, Caller caller) {
        portal.operatingTime.check(caller, method);
    }
}

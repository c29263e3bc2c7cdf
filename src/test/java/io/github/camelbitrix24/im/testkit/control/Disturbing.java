package io.github.camelbitrix24.im.testkit.control;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.camelbitrix24.im.testkit.Fault;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** Faults for the next calls, the clock, and the way back. */
final class Disturbing {

    private static final Map<String, Function<Arguments, Fault>> FAULTS = new LinkedHashMap<>();

    static {
        FAULTS.put("html", given -> Fault.html((int) given.number("status", 502)));
        FAULTS.put("login", given -> Fault.loginForm());
        FAULTS.put("empty", given -> Fault.empty((int) given.number("status", 200)));
        FAULTS.put("garbage", given -> Fault.garbage());
        FAULTS.put("error", Disturbing::error);
        FAULTS.put("dropped", given -> Fault.dropped());
        FAULTS.put("dropped-after-acting", given -> Fault.droppedAfterActing());
        FAULTS.put("reset", given -> Fault.reset());
        FAULTS.put("cut", given -> Fault.cutBody());
        FAULTS.put("slow", given -> Fault.slow(given.duration("delay").orElse(Duration.ofSeconds(3))));
        FAULTS.put("none", given -> Fault.none());
    }

    private final PortalEmulator portal;
    private final Happenings happenings;

    Disturbing(PortalEmulator portal, Happenings happenings) {
        this.portal = portal;
        this.happenings = happenings;
    }

    void addTo(Calls calls) {
        calls.act("fault", Set.of("fault", "method", "times", "user", "status", "error", "description", "delay"), this::fault)
                .act("heal", Set.of(), given -> heal())
                .act("clock", Set.of("advance", "run"), this::clock)
                .act("reset", Set.of(), given -> reset());
    }

    private Object fault(Arguments given) {
        String name = given.text("fault");
        if (!FAULTS.containsKey(name)) {
            throw new Refusal(400, "\"fault\" is one of " + FAULTS.keySet() + ", not " + name);
        }
        Fault fault = FAULTS.get(name).apply(given);
        String method = given.text("method", "*");
        int times = given.count("times", 1, Integer.MAX_VALUE);
        given.optionalNumber("user").ifPresentOrElse(
                user -> portal.view().person(user).fails(method, fault, times), () -> portal.fail(method, fault, times));
        return done();
    }

    private static Fault error(Arguments given) {
        return given.optionalText("description").isPresent()
                ? Fault.error(given.text("error"), given.text("description"), (int) given.number("status"))
                : Fault.error(given.text("error"));
    }

    private Object heal() {
        happenings.close();
        portal.heal();
        return done();
    }

    private Object clock(Arguments given) {
        given.duration("advance").ifPresent(portal.clock()::advance);
        given.optionalText("run").ifPresent(run -> {
            if (given.flag("run")) {
                portal.clock().run();
            } else {
                portal.clock().freeze();
            }
        });
        return Map.of("now", portal.clock().now(), "frozen", portal.clock().isFrozen());
    }

    /** People, chats and what was said in them stay. */
    private Object reset() {
        heal();
        portal.clock().reset();
        portal.dropRows();
        portal.clearSent().clearCalls();
        return done();
    }

    private static Object done() {
        return Map.of("done", true);
    }
}

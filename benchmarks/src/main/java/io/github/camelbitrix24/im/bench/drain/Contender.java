package io.github.camelbitrix24.im.bench.drain;

import java.util.Arrays;
import java.util.function.Supplier;

/** Who drains a queue. */
enum Contender {

    COMPONENT("component", ComponentReader::new),
    ROUTE("camel-http route, simple", RouteReader::new),
    ROUTE_JAVA("camel-http route, Java", JavaRouteReader::new),
    LOOP("hand-written loop", LoopReader::new),
    SDK("b24jssdk, https", null);

    final String title;
    private final Supplier<Reader> made;

    Contender(String title, Supplier<Reader> made) {
        this.title = title;
        this.made = made;
    }

    /** Whether it runs in a JVM; the SDK runs in Node.js. */
    boolean isJava() {
        return made != null;
    }

    Reader reader() {
        return made.get();
    }

    /** As it is written on the command line: {@code route-java}. */
    String option() {
        return name().toLowerCase().replace('_', '-');
    }

    static Contender of(String option) {
        return Arrays.stream(values()).filter(contender -> contender.option().equals(option)).findFirst().orElseThrow(
                () -> new IllegalArgumentException("There is no contender " + option));
    }
}

package io.github.camelbitrix24.im.crash;

import java.time.Duration;
import java.util.List;

/**
 * How a victim reads: its endpoint's options, and how long its route works on an event on average.
 */
record VictimOptions(String endpointOptions, Duration work) {

    /** Many polls and acknowledgements, so that many moments of them are hit. */
    private static final String BRISK = "initialDelay=0&delay=100&busyDelay=100&ackInterval=500&requestsPerSecond=0";

    static VictimOptions reading(int concurrency, Duration settleTime, Duration work) {
        return new VictimOptions(
                BRISK + "&concurrency=" + concurrency + "&settleTime=" + settleTime.toMillis(), work);
    }

    /** As these, with further options of the endpoint. */
    VictimOptions with(String moreOptions) {
        return new VictimOptions(endpointOptions + "&" + moreOptions, work);
    }

    VictimOptions withFileRepository() {
        return with("idempotentRepository=#repository");
    }

    List<String> arguments() {
        return List.of(endpointOptions, work.toString());
    }

    static VictimOptions parse(List<String> arguments) {
        return new VictimOptions(arguments.get(0), Duration.parse(arguments.get(1)));
    }
}

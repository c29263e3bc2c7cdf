package io.github.camelbitrix24.im.demo;

import java.util.List;
import java.util.Map;

/**
 * The portal that the demo's routes work with.
 */
interface Portal {

    /** The variables that name a real portal; all of them or none are set. */
    List<String> VARIABLES = List.of("BITRIX24_PORTAL_URL", "BITRIX24_USER_ID", "BITRIX24_SECRET");

    /**
     * The real portal that the environment names, or an emulated one if it names none.
     *
     * @throws IllegalArgumentException if only some of the variables are set; the message names the missing ones
     */
    static Portal of(Map<String, String> environment) {
        List<String> missing = VARIABLES.stream()
                .filter(name -> environment.getOrDefault(name, "").isBlank()).toList();
        if (missing.isEmpty()) {
            return new RealPortal();
        }
        if (missing.size() < VARIABLES.size()) {
            throw new IllegalArgumentException(
                    "Not set: " + String.join(", ", missing) + ". A real portal needs " + String.join(", ", VARIABLES)
                                               + "; without all three the routes run on an emulated portal.");
        }
        return new EmulatedPortal();
    }

    /** The component's options, as they would stand in an application.properties. */
    Map<String, Object> properties();

    /** What to say when the routes run. */
    String greeting();

    /** The routes run from now on. */
    void open();

    /** The routes are about to stop. Returns when they have done what there is to do. */
    void quieten();

    /** The routes have stopped. Returns what to say about it. */
    String close();
}

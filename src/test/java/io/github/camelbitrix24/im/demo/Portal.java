package io.github.camelbitrix24.im.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The portal that the demo's routes work with.
 */
interface Portal {

    /** The variables that name a real portal; all of them or none are set. */
    List<String> VARIABLES = List.of("BITRIX24_PORTAL_URL", "BITRIX24_USER_ID", "BITRIX24_SECRET");

    /** The variables that name a real portal and the token by which a bot of it is driven. */
    List<String> VARIABLES_OF_A_BOT = Stream.concat(VARIABLES.stream(), Stream.of("BITRIX24_BOT_TOKEN")).toList();

    /**
     * The real portal that the environment names, or an emulated one if it names none.
     *
     * @param  port                     where an emulated one is, 0 for any free port
     * @throws IllegalArgumentException if only some of the variables are set, the message names the missing ones; or if
     *                                  there is a port for a real portal
     */
    static Portal of(Map<String, String> environment, int port) {
        return isReal(environment, port, VARIABLES) ? new RealPortal() : new EmulatedPortal(port);
    }

    /** As {@link #of(Map, int)}, for a bot. */
    static Portal ofBot(Map<String, String> environment, int port) {
        return isReal(environment, port, VARIABLES_OF_A_BOT) ? new RealBotPortal() : new BotPortal(port);
    }

    static boolean isReal(Map<String, String> environment, int port, List<String> variables) {
        List<String> missing = variables.stream().filter(name -> environment.getOrDefault(name, "").isBlank()).toList();
        if (!missing.isEmpty() && missing.size() < variables.size()) {
            throw new IllegalArgumentException(
                    "Not set: " + String.join(", ", missing) + ". A real portal needs " + String.join(", ", variables)
                                               + "; without all of them the routes run on an emulated portal.");
        }
        if (missing.isEmpty() && port != 0) {
            throw new IllegalArgumentException(
                    "--port is for the emulated portal, and " + variables.get(0) + " names a real one. Leave one of them out.");
        }
        return missing.isEmpty();
    }

    /** The component's options, as they would stand in an application.properties. */
    Map<String, Object> properties();

    /** What to say when the routes run. */
    String greeting();

    /** The routes run from now on. On a real portal people talk without being asked to. */
    default void open() {
    }

    /** The routes are about to stop. Returns when they have done what there is to do. */
    default void quieten() {
    }

    /** The routes have stopped. Returns what to say about it. */
    String close();
}

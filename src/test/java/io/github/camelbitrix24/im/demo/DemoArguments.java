package io.github.camelbitrix24.im.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the demo was told by {@code -Dexec.args}.
 *
 * @param port   where the emulated portal is, 0 for any free port
 * @param routes the folder whose routes run
 */
record DemoArguments(int port, Path routes) {

    static final String USAGE = """
            What there is, after -Dexec.args=
              --port=8124        the emulated portal's port; without it any free one
              --routes=FOLDER    the folder whose *.camel.yaml files run
              check              says why nothing arrives; check --help lists what there is
              parity             says in what the portal differs from what is known; parity --help lists what there is""";

    private static final String PORT = "--port=";
    private static final String ROUTES = "--routes=";
    private static final int HIGHEST = 65_535;

    /** @throws IllegalArgumentException if something is not understood; the message names it and lists what there is */
    static DemoArguments of(List<String> arguments, Path usualRoutes) {
        int port = 0;
        Path routes = usualRoutes;
        for (String argument : arguments) {
            if (argument.startsWith(PORT)) {
                port = port(argument.substring(PORT.length()), argument);
            } else if (argument.startsWith(ROUTES)) {
                routes = folder(argument.substring(ROUTES.length()), argument);
            } else {
                throw wrong(argument, "is not understood");
            }
        }
        return new DemoArguments(port, routes);
    }

    private static int port(String number, String argument) {
        if (!number.matches("[0-9]{1,5}") || Integer.parseInt(number) > HIGHEST) {
            throw wrong(argument, "is no port, which is a number of at most " + HIGHEST);
        }
        return Integer.parseInt(number);
    }

    private static Path folder(String name, String argument) {
        if (name.isBlank() || !Files.isDirectory(Path.of(name))) {
            throw wrong(argument, "is no folder");
        }
        return Path.of(name);
    }

    private static IllegalArgumentException wrong(String argument, String what) {
        return new IllegalArgumentException("'" + argument + "' " + what + ".\n" + USAGE);
    }
}

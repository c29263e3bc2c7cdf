package io.github.camelbitrix24.im.demo;

import java.nio.file.Path;

/**
 * Runs the route of the folder {@code routes/helper-bot} as an application would: as a bot of the portal that the
 * environment names, or else of an emulated one where people ask it for rooms and press its buttons. It goes on until
 * it is interrupted.
 */
public final class RunHelperBot {

    private RunHelperBot() {
    }

    public static void main(String[] args) throws Exception {
        RunRoutes.run(args, Path.of("routes", "helper-bot"), Portal::ofBot);
    }
}

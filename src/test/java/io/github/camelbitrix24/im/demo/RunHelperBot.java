package io.github.camelbitrix24.im.demo;

/**
 * Runs the route of the folder {@code routes/helper-bot} as an application would, on an emulated portal where people
 * ask the bot for rooms and press its buttons. It goes on until it is interrupted.
 */
public final class RunHelperBot {

    private RunHelperBot() {
    }

    public static void main(String[] args) throws InterruptedException {
        RunRoutes.run(() -> new RunRoutes(new BotPortal(), "routes/helper-bot/*.camel.yaml"));
    }
}

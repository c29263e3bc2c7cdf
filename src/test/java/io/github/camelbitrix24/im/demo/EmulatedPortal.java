package io.github.camelbitrix24.im.demo;

import java.time.Duration;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Conversation;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/**
 * A portal in this process, on which a few people talk.
 */
final class EmulatedPortal implements Portal {

    private static final long USER = 7;
    private static final Duration BEAT = Duration.ofMillis(800);
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private final PortalEmulator emulator;
    private final EmulatedUser user;
    private final Conversation conversation;

    EmulatedPortal(int port) {
        emulator = PortalEmulator.start(port);
        user = emulator.user(USER).named("Robin Service");
        conversation = new Conversation(emulator, USER, 1);
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "camel.component.bitrix24-im.portal-url", emulator.url(),
                "camel.component.bitrix24-im.user-id", USER,
                "camel.component.bitrix24-im.secret", user.secret());
    }

    @Override
    public String greeting() {
        return "No portal is configured, so this is an emulated one, on which a few people talk. The bot is " + user.name()
               + ". Ctrl-C stops.\nTalk to it, and see what becomes of each event: " + emulator.url() + "/";
    }

    @Override
    public void open() {
        conversation.start(BEAT);
    }

    @Override
    public void quieten() {
        conversation.close();
        try {
            emulator.await(portal -> portal.pending(USER).isEmpty(), LAST_WORDS);
        } catch (AssertionError e) {
            // a route that keeps failing; what is left over is told at the end
        }
    }

    @Override
    public String close() {
        String outcome = "stopped: " + emulator.recorded(USER).size() + " events recorded, "
                         + emulator.acknowledged(USER).size() + " acknowledged, " + emulator.pending(USER).size() + " pending";
        emulator.close();
        return outcome;
    }
}

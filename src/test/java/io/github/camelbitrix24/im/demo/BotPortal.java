package io.github.camelbitrix24.im.demo;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.camelbitrix24.im.testkit.EmulatedBot;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;
import io.github.camelbitrix24.im.testkit.SentMessage;

/**
 * A portal in this process, on which two people want rooms of a bot.
 */
final class BotPortal implements Portal {

    static final String CODE = "helper_bot";
    static final String NAME = "Helper bot";

    private static final long OWNER = 7;
    private static final String TOKEN = "of-the-demo";
    private static final Duration BEAT = Duration.ofSeconds(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(20);

    private final PortalEmulator emulator;
    private final EmulatedUser owner;
    private final List<EmulatedUser> people;
    private final Random random = new Random(1);
    private final Set<Long> pressed = new HashSet<>();
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "people");
        thread.setDaemon(true);
        return thread;
    });

    BotPortal(int port) {
        emulator = PortalEmulator.start(port);
        owner = emulator.user(OWNER).named("Robin Service").scopes("im", "imbot");
        people = List.of(emulator.user(12).named("Marco Silva"), emulator.user(13).named("Ada Okafor"));
    }

    PortalEmulator emulator() {
        return emulator;
    }

    @Override
    public Map<String, Object> properties() {
        return Map.of(
                "camel.component.bitrix24-im.portal-url", emulator.url(),
                "camel.component.bitrix24-im.user-id", OWNER,
                "camel.component.bitrix24-im.secret", owner.secret(),
                "camel.component.bitrix24-im.bot", CODE,
                "camel.component.bitrix24-im.token", TOKEN,
                "camel.component.bitrix24-im.bot-name", NAME);
    }

    @Override
    public String greeting() {
        return "No portal is configured, so this is an emulated one, on which two people ask a bot for rooms and press its"
               + " buttons. Ctrl-C stops.\nTalk to it, and see what becomes of each event: " + emulator.url() + "/";
    }

    @Override
    public void open() {
        pace.scheduleAtFixedRate(this::step, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Somebody presses a button that he was shown, or asks for a room. */
    void step() {
        EmulatedBot bot = emulator.bots().stream().filter(EmulatedBot::isRegistered).findFirst().orElse(null);
        if (bot == null || bot.commands().isEmpty()) {
            return;
        }
        SentMessage shown = bot.sent().stream()
                .filter(message -> !emulator.message(message.id()).keyboard().isEmpty() && !pressed.contains(message.id()))
                .findFirst().orElse(null);
        if (shown == null) {
            people.get(random.nextInt(people.size())).says(Long.toString(bot.id()), "/room " + (1 + random.nextInt(9)));
        } else {
            pressed.add(shown.id());
            emulator.user(Long.parseLong(shown.dialogId())).presses(shown.id(), random.nextBoolean() ? "Today" : "Tomorrow");
        }
    }

    @Override
    public void quieten() {
        pace.shutdown();
        try {
            emulator.await(portal -> portal.bots().stream().allMatch(bot -> portal.pending(bot.id()).isEmpty()), LAST_WORDS);
        } catch (AssertionError e) {
            // a route that keeps failing; what is left over is told at the end
        }
    }

    @Override
    public String close() {
        String outcome = emulator.bots().stream()
                .map(bot -> "stopped: " + emulator.recorded(bot.id()).size() + " events recorded, "
                            + emulator.acknowledged(bot.id()).size() + " acknowledged, " + bot.sent().size() + " messages sent")
                .findFirst().orElse("stopped: there was no bot yet");
        emulator.close();
        return outcome;
    }
}

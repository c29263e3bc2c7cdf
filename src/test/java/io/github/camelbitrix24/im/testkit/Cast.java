package io.github.camelbitrix24.im.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Who talks in a {@link Conversation}, where, and in what words. */
final class Cast {

    private static final List<String> LINES = List.of("the signed copy is attached", "who takes the call at three?",
            "looks good to me", "see https://docs.example/17, page 4", "I am back at two", "could someone review this today?",
            "done, please check", "the build is green again 🎉", "lunch?", "moved to Thursday", "thanks!", "no, the other one",
            "Bücher, naïve café & <b>co</b>", "one more question:\nwho signs it?");
    private static final List<String> QUESTIONS = List.of("Where is my parcel?", "Can I still change the address?",
            "Nobody answers the phone.", "Thank you, that was quick!");
    private static final List<String> REACTIONS = List.of("like", "dislike", "faceWithTearsOfJoy", "redHeart", "fire", "eyes");
    private static final List<String> CHATS = List.of("chat345", "chat346", "chat347");
    private static final String OPEN_LINE = "chat510";
    private static final String CHANNEL = "chat400";
    private static final long FIRST_NEWCOMER = 1001;

    private final PortalEmulator portal;
    private final List<EmulatedUser> colleagues;
    private final EmulatedUser bot;
    private final EmulatedUser customer;
    private final long post;

    Cast(PortalEmulator portal, long listener) {
        this.portal = portal;
        this.colleagues = List.of(portal.user(112).named("Marco Silva"), portal.user(119).named("Noa Levi"),
                portal.user(123).named("Ilse Brandt"), portal.user(131).named("Kenji Mori"));
        this.bot = portal.user(151).named("Order bot").bot();
        this.customer = portal.user(233).named("Ana");
        portal.chat("chat345").named("Legal desk").described("Contract 2026-17").members(listener, 112, 119, 123);
        portal.chat("chat346").named("Release team").members(listener, 119, 123, 131);
        portal.chat("chat347").named("Lunch").members(listener, 112, 119, 123, 131);
        portal.chat(OPEN_LINE).named("Ana - Support").members(listener, 112).openLine("telegrambot", 233);
        portal.chat(CHANNEL).named("Release notes").members(listener, 112, 119, 123, 131).channel();
        portal.user(listener).subscribed();
        this.post = portal.user(123).says(CHANNEL, "Version 4.2 is out: https://releases.example/4.2");
        portal.user(listener).follows(post);
    }

    EmulatedUser colleague(Random random) {
        return one(colleagues, random);
    }

    EmulatedUser bot() {
        return bot;
    }

    EmulatedUser customer() {
        return customer;
    }

    String openLine() {
        return OPEN_LINE;
    }

    String chat(Random random) {
        return one(CHATS, random);
    }

    long post() {
        return post;
    }

    long newcomer(long step) {
        return portal.user(FIRST_NEWCOMER + step % 20).named("Newcomer " + (step % 20 + 1)).id();
    }

    String line(Random random) {
        return one(LINES, random);
    }

    String question(Random random) {
        return one(QUESTIONS, random);
    }

    String reaction(Random random) {
        return one(REACTIONS, random);
    }

    /** Somebody says something there, perhaps about the latest message. Returns the id of the new one. */
    long talk(EmulatedUser someone, String chat, Random random, long latest) {
        String line = line(random);
        return switch (random.nextInt(8)) {
            case 0 -> someone.sends(chat, line, FileDraft.of(
                    "contract-" + (4400 + random.nextInt(100)) + ".txt", line.getBytes(StandardCharsets.UTF_8)));
            case 1 -> someone.says(chat, latest == 0 ? Draft.text(line) : Draft.text(line).replyTo(latest));
            case 2 -> someone.says(chat, "[USER=" + colleague(random).id() + "][/USER], " + line);
            case 3 -> someone.says(chat, Draft.forwardOf(post));
            default -> someone.says(chat, line);
        };
    }

    Draft order(Random random) {
        int number = 4400 + random.nextInt(100);
        return Draft.text("Order [B]" + number + "[/B] needs approval").keyboard(List.of(
                Map.of("BOT_ID", bot.id(), "TYPE", "BUTTON", "TEXT", "Approve", "COMMAND", "approve", "COMMAND_PARAMS",
                        "" + number),
                Map.of("TYPE", "NEWLINE"),
                Map.of("BOT_ID", bot.id(), "TYPE", "BUTTON", "TEXT", "Details", "LINK", "https://shop.example/o/" + number)));
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}

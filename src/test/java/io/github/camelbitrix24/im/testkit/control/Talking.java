package io.github.camelbitrix24.im.testkit.control;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.FileDraft;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** What a person does in chats. */
final class Talking {

    private static final Set<String> MESSAGE = Set.of("as", "message");
    private static final Set<String> TEXT = Set.of("as", "message", "text");
    private static final Set<String> DIALOG = Set.of("as", "dialog");

    private final PortalEmulator portal;

    Talking(PortalEmulator portal) {
        this.portal = portal;
    }

    void addTo(Calls calls) {
        calls.act("say", Set.of("as", "dialog", "text", "late"), said(this::say))
                .act("command", Set.of("as", "dialog", "command", "parameters"),
                        said(given -> person(given).says(given.dialog(), slashCommand(given))))
                .act("reply", TEXT, said(given -> person(given).replies(message(given), given.text("text"))))
                .act("comment", TEXT, said(given -> person(given).comments(message(given), given.text("text"))))
                .act("edit", TEXT, done((who, given) -> who.edits(message(given), given.text("text"))))
                .act("delete", MESSAGE, done((who, given) -> who.deletes(message(given))))
                .act("withdraw", MESSAGE, done((who, given) -> who.withdraws(message(given))))
                .act("react", Set.of("as", "message", "reaction"),
                        done((who, given) -> who.reacts(message(given), given.text("reaction"))))
                .act("press", Set.of("as", "message", "button"),
                        done((who, given) -> who.presses(message(given), given.text("button"))))
                .act("choose", Set.of("as", "message", "item"),
                        done((who, given) -> who.chooses(message(given), given.text("item"))))
                .act("read", DIALOG, done((who, given) -> who.reads(given.dialog())))
                .act("join", DIALOG, done((who, given) -> who.joins(given.dialog())))
                .act("leave", DIALOG, done((who, given) -> who.leaves(given.dialog())))
                .act("upload", Set.of("as", "dialog", "name", "caption"), this::upload)
                .act("invite", Set.of("as", "dialog", "people"),
                        done((who, given) -> who.invites(given.dialog(), given.numbers("people"))));
    }

    /** A file in one message, with a caption if there is one. */
    private Object upload(Arguments given) {
        FileDraft file = FileDraft.of(given.text("name"), given.file());
        return Map.of("message", person(given).sends(given.dialog(), given.text("caption", ""), file));
    }

    private long say(Arguments given) {
        Optional<Duration> late = given.duration("late");
        if (late.isEmpty()) {
            return person(given).says(given.dialog(), given.text("text"));
        }
        AtomicLong id = new AtomicLong();
        EmulatedUser person = person(given);
        String text = given.text("text");
        portal.withholdVisibility(late.get(), () -> id.set(person.says(given.dialog(), text)));
        return id.get();
    }

    private static String slashCommand(Arguments given) {
        return ("/" + given.text("command").replaceFirst("^/", "") + " " + given.text("parameters", "")).strip();
    }

    private Function<Arguments, Object> said(Function<Arguments, Long> action) {
        return given -> Map.of("message", action.apply(given));
    }

    private Function<Arguments, Object> done(BiConsumer<EmulatedUser, Arguments> action) {
        return given -> {
            action.accept(person(given), given);
            return Map.of("done", true);
        };
    }

    private EmulatedUser person(Arguments given) {
        return portal.view().person(given.person());
    }

    private static long message(Arguments given) {
        return given.number("message");
    }
}

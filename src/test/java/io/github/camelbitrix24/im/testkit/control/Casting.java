package io.github.camelbitrix24.im.testkit.control;

import java.util.Map;
import java.util.Set;

import io.github.camelbitrix24.im.testkit.EmulatedChat;
import io.github.camelbitrix24.im.testkit.EmulatedUser;
import io.github.camelbitrix24.im.testkit.PortalEmulator;

/** Who is there, and which chats. */
final class Casting {

    private final PortalEmulator portal;

    Casting(PortalEmulator portal) {
        this.portal = portal;
    }

    void addTo(Calls calls) {
        calls.act("person", Set.of("id", "name", "kind", "subscribed"), this::person)
                .act("chat", Set.of("dialog", "name", "members", "kind", "customer", "connector"), this::chat);
    }

    /** A person who is new springs up; of one who is known the name and so on change. */
    private Object person(Arguments given) {
        String kind = given.text("kind", "");
        if (!kind.isEmpty() && !kind.matches("bot|customer|extranet|guest")) {
            throw new Refusal(400, "\"kind\" is bot, customer, extranet or guest, or not there, not " + kind);
        }
        EmulatedUser person = portal.user(given.number("id"));
        given.optionalText("name").ifPresent(person::named);
        switch (kind) {
            case "bot" -> person.bot();
            case "customer" -> person.customer();
            case "extranet" -> person.extranet();
            case "guest" -> person.guest();
            default -> {
            }
        }
        if (given.flag("subscribed")) {
            person.subscribed();
        }
        return Map.of("id", person.id());
    }

    private Object chat(Arguments given) {
        String dialogId = given.dialog();
        if (!dialogId.matches("(chat|sg).*")) {
            throw new Refusal(400, "\"dialog\" is a chat, as chat5; private chats begin by saying something to a person");
        }
        String kind = given.text("kind", "chat");
        if (!kind.matches("chat|open|channel|lines")) {
            throw new Refusal(400, "\"kind\" is chat, open, channel or lines, not " + kind);
        }
        EmulatedChat chat = portal.chat(dialogId);
        given.optionalText("name").ifPresent(chat::named);
        if (given.fields().containsKey("members")) {
            chat.members(given.numbers("members"));
        }
        switch (kind) {
            case "open" -> chat.kind("open", "O");
            case "channel" -> chat.channel();
            case "lines" -> chat.openLine(given.text("connector", "telegrambot"), given.number("customer"));
            default -> {
            }
        }
        return Map.of("dialog", chat.dialogId());
    }
}

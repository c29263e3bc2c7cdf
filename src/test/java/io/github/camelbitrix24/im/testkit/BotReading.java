package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a bot reads, and that it has read; most bots may read nothing but what they are told. */
record BotReading(PortalState portal) {

    private static final long LARGEST_RANGE = 50;

    Object read(BotCall call) {
        ControllerArguments arguments = call.arguments();
        EmulatedChat chat = new DialogAccess(portal).forController(call.user(), arguments.text("dialogId"));
        long messageId = call.original().params().get("messageId") == null ? 0 : arguments.number("messageId");
        return new Reading(portal).read(call.user(), chat, messageId <= 0 ? Long.MAX_VALUE : messageId);
    }

    Object get(BotCall call) {
        Message message = readable(call);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("message", new Payloads(portal).fields(message));
        List<?> author = users(List.of(message));
        result.put("user", author.isEmpty() ? author : author.get(0));
        return result;
    }

    /** A message and those around it, up to {@code range} on each side. */
    Object context(BotCall call) {
        Message message = readable(call);
        long range = Math.max(1, Math.min(LARGEST_RANGE, call.arguments().number("range", LARGEST_RANGE)));
        List<Message> all = portal.messenger.messagesOf(message.chat).toList();
        int at = all.indexOf(message);
        int from = (int) Math.max(0, at - range);
        int to = (int) Math.min(all.size(), at + range + 1);
        Payloads payloads = new Payloads(portal);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("messages", all.subList(from, to).stream().map(payloads::fields).toList());
        result.put("users", users(all.subList(from, to)));
        result.put("files", new FileFields(portal).shownBy(all.subList(from, to)));
        result.put("reactions", new ArrayList<>());
        result.put("hasPrevPage", from > 0);
        result.put("hasNextPage", to < all.size());
        return result;
    }

    private Message readable(BotCall call) {
        Message message = new ChatMessages(portal).visible(call.user(), call.arguments().number("messageId"));
        if (!call.bot().hearsEverything()) {
            throw RestFailure.of("BOT_TYPE_NOT_ALLOWED");
        }
        return message;
    }

    private List<?> users(List<Message> messages) {
        Payloads payloads = new Payloads(portal);
        return messages.stream().map(Message::authorId).filter(id -> id > 0).distinct()
                .map(id -> payloads.user(portal.directory.user(id))).toList();
    }
}

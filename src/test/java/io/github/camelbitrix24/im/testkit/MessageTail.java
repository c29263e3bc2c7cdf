package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code im.v2.Chat.Message.tail}: a chat's messages on from one, upwards or downwards, written as events write them.
 */
record MessageTail(PortalState portal) {

    private static final long DEFAULT_LIMIT = 50;
    private static final long LARGEST_LIMIT = 200;

    Object call(MethodCall call) {
        ControllerArguments arguments = new ControllerArguments(call.params());
        EmulatedChat chat = new DialogAccess(portal).forController(call.user(), arguments.text("dialogId"));
        long limit = Math.max(1, Math.min(LARGEST_LIMIT, arguments.number("limit", DEFAULT_LIMIT)));
        boolean upwards = String.valueOf(arguments.object("order").get("id")).toUpperCase(Locale.ROOT).equals("ASC");
        long last = Php.integer(arguments.object("filter").get("lastId"));
        List<Message> tail = selected(chat, upwards, last).limit(limit).toList();
        Payloads payloads = new Payloads(portal);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("messages", tail.stream().map(payloads::fields).toList());
        result.put("users", tail.stream().map(Message::authorId).filter(id -> id > 0).distinct()
                .map(id -> payloads.user(portal.directory.user(id))).toList());
        result.put("files", new FileFields(portal).shownBy(tail));
        result.put("reactions", new ArrayList<>());
        result.put("hasNextPage", tail.size() >= limit);
        return result;
    }

    private Stream<Message> selected(EmulatedChat chat, boolean upwards, long last) {
        Stream<Message> all = portal.messenger.messagesOf(chat);
        return upwards
                ? all.filter(message -> message.id > last)
                : all.filter(message -> last == 0 || message.id < last)
                        .sorted(Comparator.comparingLong((Message message) -> message.id).reversed());
    }
}

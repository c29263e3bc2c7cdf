package io.github.camelbitrix24.im.testkit;

import java.util.Locale;

/** {@code im.message.update}, {@code delete} and {@code like}. An update through REST leaves no event. */
final class MessageMethods {

    private static final String REACTION = "like";

    private final PortalState portal;

    MessageMethods(PortalState portal) {
        this.portal = portal;
    }

    void addTo(MethodTable table) {
        table.add("im.message.add", "im", new MessageAdd(portal)::call);
        table.add("im.message.update", "im", this::update);
        table.add("im.message.delete", "im", this::delete);
        table.add("im.message.like", "im", this::like);
        table.add("im.dialog.messages.get", "im", new DialogMessages(portal)::call);
    }

    private Object update(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        Message message = own(call, params);
        message.change(new MessageParts(portal.clock).changes(params));
        String text = Php.trimmed(params.text("MESSAGE"));
        if (params.get("MESSAGE") != null && text.isEmpty()) {
            portal.messenger.delete(message.id);
        } else if (params.get("MESSAGE") != null) {
            message.edit(text);
        }
        return true;
    }

    private Object delete(MethodCall call) {
        portal.messenger.delete(own(call, LooseParams.of(call)).id);
        return true;
    }

    private Object like(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        EmulatedUser user = call.caller().user();
        Message message = portal.messenger.message(id(params))
                .filter(known -> new DialogAccess(portal).mayRead(user, known))
                .orElseThrow(MessageMethods::withoutChanges);
        boolean liked = REACTION.equals(message.reactions.get(user.id));
        boolean like = switch (params.text("ACTION").toLowerCase(Locale.ROOT)) {
            case "plus" -> true;
            case "minus" -> false;
            default -> !liked;
        };
        if (like == liked) {
            throw withoutChanges();
        }
        if (like) {
            portal.messenger.react(user, message.id, REACTION);
        } else {
            portal.messenger.withdraw(user, message.id);
        }
        return true;
    }

    private Message own(MethodCall call, LooseParams params) {
        return portal.messenger.message(id(params)).filter(message -> message.authorId() == call.userId() && !message.deleted)
                .orElseThrow(() -> RestFailure.of("CANT_EDIT_MESSAGE",
                        "Time has expired for modification or you don't have access", 403));
    }

    private static RestFailure withoutChanges() {
        return RestFailure.of("WITHOUT_CHANGES", "Action completed without changes", 400);
    }

    private static long id(LooseParams params) {
        long id = Php.integer(params.get("MESSAGE_ID") == null ? params.get("ID") : params.get("MESSAGE_ID"));
        if (id <= 0) {
            throw RestFailure.of("MESSAGE_ID_ERROR", "Message ID can't be empty", 400);
        }
        return id;
    }
}

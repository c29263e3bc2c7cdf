package io.github.camelbitrix24.im.testkit;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * {@code im.message.add}, {@code update}, {@code delete} and {@code like}. An update through these leaves no event.
 */
final class MessageMethods {

    private static final String REACTION = "like";
    private static final Set<String> SCOPE = Set.of("im");

    private final PortalState portal;

    MessageMethods(PortalState portal) {
        this.portal = portal;
    }

    void addTo(MethodTable table) {
        table.add("im.message.add", SCOPE, new MessageAdd(portal)::call);
        table.add("im.message.update", SCOPE, this::update);
        table.add("im.message.delete", SCOPE, this::delete);
        table.add("im.message.like", SCOPE, this::like);
    }

    private Object update(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        Message message = own(call, params);
        if (message.forward != null) {
            throw cannotEdit();
        }
        Map<String, Object> parts = MessageParts.legacy(portal.clock).changes(params);
        message.change(parts);
        String text = Php.trimmed(params.text("MESSAGE"));
        if (params.get("MESSAGE") != null && text.isEmpty()) {
            portal.messenger.delete(message.id);
            return true;
        }
        if (params.get("MESSAGE") != null) {
            message.edit(text);
        }
        if (!params.text("IS_EDITED").equals("N") && (params.get("MESSAGE") != null || !parts.isEmpty())) {
            message.markEdited();
        }
        return true;
    }

    private Object delete(MethodCall call) {
        portal.messenger.delete(own(call, LooseParams.of(call)).id);
        return true;
    }

    /** Whichever reaction somebody has given counts as a like. */
    private Object like(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        Message message = portal.messenger.message(id(params))
                .filter(known -> !known.deleted && new DialogAccess(portal).mayRead(call.user(), known))
                .orElseThrow(MessageMethods::withoutChanges);
        boolean liked = message.reactions.containsKey(call.userId());
        boolean like = switch (params.text("ACTION").toLowerCase(Locale.ROOT)) {
            case "plus" -> true;
            case "minus" -> false;
            default -> !liked;
        };
        if (like == liked) {
            throw withoutChanges();
        }
        if (like) {
            portal.messenger.react(call.user(), message.id, REACTION);
        } else {
            portal.messenger.withdraw(call.user(), message.id);
        }
        return true;
    }

    private Message own(MethodCall call, LooseParams params) {
        return portal.messenger.message(id(params)).filter(message -> message.authorId() == call.userId() && !message.deleted)
                .filter(message -> !message.date.plus(portal.editableFor).isBefore(portal.clock.now()))
                .orElseThrow(MessageMethods::cannotEdit);
    }

    private static RestFailure cannotEdit() {
        return RestFailure.of("CANT_EDIT_MESSAGE");
    }

    private static RestFailure withoutChanges() {
        return RestFailure.of("WITHOUT_CHANGES");
    }

    static long id(LooseParams params) {
        long id = Php.integer(params.get("MESSAGE_ID") == null ? params.get("ID") : params.get("MESSAGE_ID"));
        if (id <= 0) {
            throw RestFailure.of("MESSAGE_ID_ERROR", "Message ID can't be empty", 400);
        }
        return id;
    }
}

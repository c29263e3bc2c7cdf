package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.camelbitrix24.im.testkit.Behaviour.EventParts;
import io.github.camelbitrix24.im.testkit.Behaviour.Revision;
import io.github.camelbitrix24.im.testkit.Behaviour.TextFieldFlag;

/** The data of events, key for key in the portal's order. */
final class Payloads {

    private final PortalState portal;

    Payloads(PortalState portal) {
        this.portal = portal;
    }

    Map<String, Object> message(Message message, long reader) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("message", messagePart(message));
        complete(data, message.chat, userOf(message), reader);
        return withRepliedTo(data, message);
    }

    /** Nobody is named for a system message, whichever chat it is in. */
    Map<String, Object> deletion(Message message, long reader) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("messageId", message.id);
        return complete(data, message.chat, message.authorId(), reader);
    }

    Map<String, Object> reaction(Message message, EmulatedUser user, String reaction, String action, long reader) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("reaction", reaction);
        data.put("action", action);
        data.put("message", messagePart(message));
        complete(data, message.chat, user.id, reader);
        return withRepliedTo(data, message);
    }

    /** @param chatIsTold if not, the chat is empty, as if it no longer loaded */
    Map<String, Object> command(
            Map<String, Object> command, Message message, boolean chatIsTold, long userId, long reader) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("command", command);
        data.put("message", messagePart(message));
        complete(data, message.chat, userId, reader);
        if (!chatIsTold) {
            data.put("chat", List.of());
        }
        return withRepliedTo(data, message);
    }

    Map<String, Object> join(EmulatedChat chat, EmulatedUser user, long reader) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dialogId", chat.dialogId(reader));
        return complete(data, chat, user.id, reader);
    }

    private Map<String, Object> complete(Map<String, Object> data, EmulatedChat chat, long userId, long reader) {
        data.put("chat", portal.behaviours.is(EventParts.ALL_STUBS) ? Map.of("id", chat.id) : chat(chat, reader));
        data.put("user", user(userId));
        data.put("language", portal.language);
        return data;
    }

    private Map<String, Object> withRepliedTo(Map<String, Object> data, Message message) {
        if (portal.behaviours.is(Revision.R35)) {
            data.put("additionalMessages", message.repliedTo().flatMap(portal.messenger::message)
                    .map(replied -> List.of(messagePart(replied))).orElse(List.of()));
        }
        return data;
    }

    /** A private system message keeps its raw sender, one of a group has nobody. */
    private static long userOf(Message message) {
        return message.system && !message.chat.isPrivate() ? 0 : message.senderId;
    }

    private Map<String, Object> messagePart(Message message) {
        return portal.behaviours.is(EventParts.ALL_STUBS) ? Map.of("id", message.id) : fields(message);
    }

    Map<String, Object> fields(Message message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", message.id);
        fields.put("chatId", message.chat.id);
        fields.put("chat_id", message.chat.id);
        fields.put("authorId", message.authorId());
        fields.put("author_id", message.authorId());
        fields.put("date", portal.clock.iso(message.date));
        fields.put("text", RenderedText.of(message, portal.directory));
        fields.put("isSystem", message.system && message.chat.isPrivate());
        fields.put("uuid", message.uuid);
        fields.put("forward", message.forward);
        fields.put("params", message.params);
        fields.put("viewedByOthers", !message.viewers().isEmpty());
        if (portal.behaviours.is(Revision.R35)) {
            fields.put("block", null);
        }
        return fields;
    }

    Map<String, Object> chat(EmulatedChat chat, long reader) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("avatar", "");
        fields.put("color", chat.color);
        fields.put("description", chat.description);
        fields.put("dialogId", chat.dialogId(reader));
        fields.put("diskFolderId", chat.isPrivate() ? null : Long.valueOf(chat.id + 500));
        fields.put("entityData1", chat.entityData1);
        fields.put("entityData2", chat.entityData2);
        fields.put("entityData3", "");
        fields.put("entityId", chat.entityId);
        fields.put("entityType", chat.entityType);
        fields.put("extranet", chat.isExtranet());
        fields.put("containsCollaber", false);
        fields.put("id", chat.id);
        fields.put("parentChatId", chat.parentChatId);
        fields.put("parentMessageId", chat.parentMessageId);
        fields.put("name", chat.name);
        fields.put("owner", chat.owner);
        fields.put("messageType", chat.kind.letter());
        fields.put("type", chat.kind.type());
        fields.put("entityLink", ordered("type", chat.entityType, "url", "", "id", chat.entityId));
        fields.put("permissions", permissions(chat.kind.isForManagers() ? "manager" : "member"));
        fields.put("isNew", false);
        fields.put("textFieldEnabled", textField(chat));
        fields.put("backgroundId", null);
        return fields;
    }

    private Object textField(EmulatedChat chat) {
        return portal.behaviours.is(TextFieldFlag.BOOLEAN) ? Boolean.valueOf(chat.textField) : chat.textField ? "Y" : "N";
    }

    private static Map<String, Object> permissions(String posting) {
        return ordered("manageUsersAdd", "member", "manageUsersDelete", "manager", "manageUi", "member", "manageSettings",
                "owner",
                "manageMessages", posting, "manageMessagesAutoDelete", "manager", "canPost", posting);
    }

    private Object user(long id) {
        if (id == 0) {
            return List.of();
        }
        return portal.behaviours.is(EventParts.COMPLETE) ? user(portal.directory.user(id)) : Map.of("id", id);
    }

    Map<String, Object> user(EmulatedUser user) {
        BotProfile bot = user.botProfile;
        String[] names = user.name.split(" ", 2);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", user.id);
        fields.put("active", user.active);
        fields.put("name", user.name);
        fields.put("firstName", bot != null ? bot.name() : names[0]);
        fields.put("lastName", bot != null ? bot.lastName() : names.length > 1 ? names[1] : "");
        fields.put("workPosition",
                bot != null ? bot.workPosition() : user.kind == UserKind.EMPLOYEE ? "Paralegal" : null);
        fields.put("color", bot != null ? BotProfile.shownColor(bot.color()) : "#df532d");
        fields.put("avatar", hasAvatar(user) ? portal.url() + "/upload/main/a1/" + user.id + ".png" : "");
        fields.put("gender", bot != null ? bot.gender() : user.kind == UserKind.BOT ? "" : user.id % 2 == 0 ? "M" : "F");
        fields.put("birthday", user.kind == UserKind.EMPLOYEE ? "14-05" : "");
        fields.put("extranet", user.kind.extranet);
        fields.put("bot", user.kind == UserKind.BOT);
        fields.put("connector", user.kind == UserKind.CUSTOMER);
        fields.put("externalAuthId", user.kind.externalAuthId);
        fields.put("status", "online");
        fields.put("idle", false);
        fields.put("lastActivityDate", false);
        fields.put("mobileLastDate", false);
        fields.put("desktopLastDate", false);
        fields.put("absent", user.absentUntil == null ? Boolean.FALSE : portal.clock.iso(user.absentUntil));
        fields.put("departments", user.kind == UserKind.EMPLOYEE ? List.of(1, 14) : List.of());
        fields.put("phones", phones(user));
        fields.put("type", user.kind.type);
        fields.put("website", "");
        fields.put("email", user.address());
        return fields;
    }

    private static boolean hasAvatar(EmulatedUser user) {
        return user.botProfile != null ? !user.botProfile.avatar().isEmpty() : user.id % 2 == 0;
    }

    private static Object phones(EmulatedUser user) {
        if (user.phones != null) {
            return user.phones.isEmpty() ? Boolean.FALSE : user.phones;
        }
        return user.kind == UserKind.EMPLOYEE
                ? ordered("personal_mobile", "+49 30 555" + user.id, "inner_phone", Long.toString(100 + user.id))
                : Boolean.FALSE;
    }

    private static Map<String, Object> ordered(String... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}

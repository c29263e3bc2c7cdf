package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A message as the portal keeps it; events carry snapshots of it. */
final class Message {

    final long id;
    final EmulatedChat chat;
    final long senderId;
    final boolean system;
    final String uuid;
    final Instant date;
    final Map<String, Object> forward;
    final Map<String, Object> params;
    final Map<Long, String> reactions = new LinkedHashMap<>();
    String text;
    boolean deleted;

    Message(long id, EmulatedChat chat, long senderId, Draft draft, Message original, Instant date) {
        this.id = id;
        this.chat = chat;
        this.senderId = senderId;
        this.system = draft.system();
        this.uuid = draft.templateId();
        this.date = date;
        this.params = new TreeMap<>(draft.params());
        this.text = original == null ? draft.text() : original.text;
        this.forward = original == null ? null : original.origin();
    }

    long authorId() {
        return system ? 0 : senderId;
    }

    Optional<Long> repliedTo() {
        return params.get("REPLY_ID") instanceof String id && id.matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    /** A part that is null goes. */
    void change(Map<String, Object> parts) {
        parts.forEach((name, part) -> {
            if (part == null) {
                params.remove(name);
            } else {
                params.put(name, part);
            }
        });
        if (!parts.isEmpty()) {
            params.put("IS_EDITED", "Y");
        }
    }

    void edit(String newText) {
        text = newText;
        params.put("IS_EDITED", "Y");
    }

    void delete() {
        text = "";
        deleted = true;
        params.clear();
        params.put("IS_DELETED", "Y");
    }

    boolean react(long userId, String reaction) {
        boolean changed = !reaction.equals(reactions.put(userId, reaction));
        countReactions();
        return changed;
    }

    boolean withdraw(long userId) {
        boolean changed = reactions.remove(userId) != null;
        countReactions();
        return changed;
    }

    private void countReactions() {
        List<String> likes = reactions.keySet().stream().map(String::valueOf).toList();
        if (likes.isEmpty()) {
            params.remove("LIKE");
        } else {
            params.put("LIKE", likes);
        }
    }

    private Map<String, Object> origin() {
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("id", chat.context() + "/" + id);
        origin.put("userId", senderId);
        origin.put("chatTitle", chat.name);
        origin.put("chatType", chat.kind.type());
        return origin;
    }
}

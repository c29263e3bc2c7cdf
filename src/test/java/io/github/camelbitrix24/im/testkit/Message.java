package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
    final List<String> texts = new ArrayList<>();
    boolean deleted;
    boolean gone;

    Message(long id, EmulatedChat chat, long senderId, Draft draft, Message original, Instant date) {
        this.id = id;
        this.chat = chat;
        this.senderId = senderId;
        this.system = draft.system();
        this.uuid = draft.templateId();
        this.date = date;
        this.params = new TreeMap<>(draft.params());
        this.texts.add(original == null ? RenderedText.cut(draft.text()) : original.text());
        this.forward = original == null ? null : original.origin();
    }

    long authorId() {
        return system ? 0 : senderId;
    }

    Optional<Long> repliedTo() {
        return params.get("REPLY_ID") instanceof String id && id.matches("[0-9]{1,18}")
                ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    String text() {
        return deleted ? "" : texts.get(texts.size() - 1);
    }

    /** Also of one that is deleted: what it said before. */
    String lastText() {
        return texts.get(texts.size() - 1);
    }

    /** The buttons, the attachment, the files: empty if there are none. */
    List<Object> part(String name) {
        return params.get(name) instanceof List<?> list ? List.copyOf(list) : List.of();
    }

    /** Who else has seen it: has read so far in the chat, or reacted. */
    Set<Long> viewers() {
        Set<Long> viewers = new TreeSet<>(reactions.keySet());
        chat.readMarks.forEach((user, lastId) -> {
            if (lastId >= id) {
                viewers.add(user);
            }
        });
        viewers.remove(senderId);
        return viewers;
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
    }

    void edit(String newText) {
        texts.add(RenderedText.cut(newText));
    }

    void markEdited() {
        params.put("IS_EDITED", "Y");
    }

    /** Of what nobody has seen yet nothing is left, nor of what is deleted completely. */
    void delete(boolean completely) {
        gone = completely || viewers().isEmpty();
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

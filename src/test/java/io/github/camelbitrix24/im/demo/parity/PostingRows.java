package io.github.camelbitrix24.im.demo.parity;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What can be seen only in what is said: messages of the lent user in a chat that was named for it, deleted in the end.
 */
final class PostingRows {

    private static final String ADD = "ONIMV2MESSAGEADD";
    private static final String UPDATE = "ONIMV2MESSAGEUPDATE";

    private final String chat;
    private final List<Long> posted = new ArrayList<>();

    PostingRows(String chat) {
        this.chat = chat;
    }

    List<ParityRow> all() {
        return List.of(
                new ParityRow("the user's own message", "comes as an event", this::ownMessage),
                new ParityRow(
                        "a new message event's chat.textFieldEnabled", "flag",
                        portal -> ofNew(portal, data -> Reading.kind(data.path("chat").path("textFieldEnabled")))),
                new ParityRow(
                        "a new message event's additionalMessages", "there",
                        portal -> ofNew(portal, data -> data.has("additionalMessages") ? "there" : "absent")),
                new ParityRow(
                        "a new message event's parts", "whole",
                        portal -> ofNew(portal, data -> data.path("user").size() <= 1 || data.path("chat").size() <= 1
                                ? "stubs" : "whole")),
                new ParityRow("REPLY_ID of im.message.add", "kept", this::reply),
                new ParityRow("TEMPLATE_ID twice", "one message", this::template),
                new ParityRow("im.message.update", "no event", portal -> edited(portal, "im.message.update", "MESSAGE_ID")),
                new ParityRow("im.v2.Chat.Message.update", "an event", this::editedAnew),
                new ParityRow("a like", "empty", this::like),
                new ParityRow("a post to a chat that there is not", "400 CHAT_ID", this::nowhere),
                new ParityRow("a deletion", "comes as an event", this::deletion));
    }

    private interface Look {
        String at(JsonNode data);
    }

    private Long post(LentPortal portal, Map<String, ?> more) throws IOException, InterruptedException {
        Map<String, Object> params = new LinkedHashMap<>(more);
        params.put("DIALOG_ID", chat);
        params.put("MESSAGE", "parity");
        JsonNode id = portal.postJson("im.message.add", params).result();
        if (!id.isIntegralNumber()) {
            return null;
        }
        posted.add(id.asLong());
        return id.asLong();
    }

    private String ofNew(LentPortal portal, Look look) throws IOException, InterruptedException {
        Long id = posted.isEmpty() ? post(portal, Map.of()) : posted.get(0);
        JsonNode data = id == null ? null : portal.eventOf(ADD, id);
        return data == null || data.isMissingNode() ? null : look.at(data);
    }

    private String ownMessage(LentPortal portal) throws IOException, InterruptedException {
        Long id = post(portal, Map.of());
        return id == null ? null : came(portal.eventOf(ADD, id));
    }

    private static String came(JsonNode data) {
        return data.isMissingNode() ? "does not come" : "comes as an event";
    }

    private String reply(LentPortal portal) throws IOException, InterruptedException {
        Long first = post(portal, Map.of());
        Long second = first == null ? null : post(portal, Map.of("REPLY_ID", first));
        JsonNode data = second == null ? null : portal.eventOf(ADD, second);
        if (data == null || data.isMissingNode()) {
            return null;
        }
        return data.path("message").path("params").has("REPLY_ID") ? "kept" : "ignored";
    }

    private String template(LentPortal portal) throws IOException, InterruptedException {
        Map<String, String> template = Map.of("TEMPLATE_ID", UUID.randomUUID().toString());
        Long first = post(portal, template);
        Long second = post(portal, template);
        return first == null || second == null ? null : first.equals(second) ? "one message" : "two messages";
    }

    private String edited(LentPortal portal, String method, String idName) throws IOException, InterruptedException {
        Long id = post(portal, Map.of());
        if (id == null) {
            return null;
        }
        Reading edit = portal.postJson(method, Map.of(idName, id, "MESSAGE", "parity, edited"));
        return edit.isRefused() ? edit.outcome() : portal.eventOf(UPDATE, id).isMissingNode() ? "no event" : "an event";
    }

    private String editedAnew(LentPortal portal) throws IOException, InterruptedException {
        Long id = post(portal, Map.of());
        if (id == null) {
            return null;
        }
        Reading edit = portal.postJson(
                "im.v2.Chat.Message.update", Map.of("id", id, "fields", Map.of("message", "parity, edited")));
        return edit.isRefused() ? edit.outcome() : portal.eventOf(UPDATE, id).isMissingNode() ? "no event" : "an event";
    }

    private String like(LentPortal portal) throws IOException, InterruptedException {
        Long id = post(portal, Map.of());
        if (id == null) {
            return null;
        }
        Reading like = portal.postJson("im.message.like", Map.of("MESSAGE_ID", id, "ACTION", "plus"));
        return like.isRefused() ? like.outcome() : HarmlessRows.reaction(portal.eventOf("ONIMV2REACTIONCHANGE", id));
    }

    private String nowhere(LentPortal portal) throws IOException, InterruptedException {
        Reading post = portal.postJson("im.message.add", Map.of("DIALOG_ID", "chat999999999", "MESSAGE", "parity"));
        if (post.result().isIntegralNumber()) {
            posted.add(post.result().asLong());
        }
        return post.outcome();
    }

    /** An answer that does not come keeps the others from staying. */
    private static boolean isDeleted(LentPortal portal, long id) throws InterruptedException {
        try {
            return !portal.postJson("im.message.delete", Map.of("MESSAGE_ID", id)).isRefused();
        } catch (IOException e) {
            return false;
        }
    }

    /** The last one: it takes away all that was posted. */
    private String deletion(LentPortal portal) throws IOException, InterruptedException {
        if (posted.isEmpty()) {
            return null;
        }
        int left = 0;
        for (long id : posted.stream().distinct().toList()) {
            left += isDeleted(portal, id) ? 0 : 1;
        }
        return left > 0 ? "leaves " + left + " of them" : came(portal.eventOf("ONIMV2MESSAGEDELETE", posted.get(0)));
    }
}

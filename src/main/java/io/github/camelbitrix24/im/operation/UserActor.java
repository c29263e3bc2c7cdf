package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.event.EventMethods;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * Acts as the user of the credentials. What the vendor documents is preferred, but where only another method does what
 * is asked for. (Bitrix24 REST: im.message, im.dialog; im.v2.Chat is not documented)
 */
final class UserActor implements Actor {

    private static final String LIKE = "like";
    private static final Set<String> GONE = Set.of("CANT_EDIT_MESSAGE", "MESSAGE_NOT_FOUND", "MESSAGE_ID_ERROR");

    private final EventMethods queue;

    UserActor(RestClient client) {
        this.queue = new EventMethods(client);
    }

    @Override
    public EventQueue queue() {
        return queue;
    }

    @Override
    public boolean subscribe() throws RestException {
        return queue.subscribe();
    }

    @Override
    public boolean unsubscribe() throws RestException {
        return queue.unsubscribe();
    }

    /** A reply with {@code REPLY_ID} was reported without effect on portals that know the other method. */
    @Override
    public List<RestCall> post(Post post) {
        return post.replyTo() == null ? List.of(add(post)) : List.of(send(post), add(post));
    }

    private static RestCall add(Post post) {
        ObjectNode params = params().put("DIALOG_ID", post.dialogId()).put("TEMPLATE_ID", post.templateId());
        if (post.replyTo() != null) {
            params.put("REPLY_ID", post.replyTo());
        }
        return new RestCall(Method.MESSAGE_ADD, with(post.content(), params)).orUnderWay("PARAMS_ERROR");
    }

    private static RestCall send(Post post) {
        ObjectNode fields = params().put("message", post.content().text()).put("templateId", post.templateId())
                .put("replyId", post.replyTo());
        set(fields, "keyboard", post.content().keyboard());
        set(fields, "attach", post.content().attach());
        setBot(fields, "botId", post.content().keyboard());
        ObjectNode params = params().put("dialogId", post.dialogId()).set("fields", fields);
        return new RestCall(Method.CHAT_MESSAGE_SEND, params).orUnderWay("SENDING_FAILED");
    }

    @Override
    public boolean hasFolders() {
        return true;
    }

    @Override
    public RestCall upload(String dialogId, OutgoingFile file, String caption) {
        return new RestCall(Method.FILE_UPLOAD, file(dialogId, file, caption));
    }

    static ObjectNode file(String dialogId, OutgoingFile file, String caption) {
        ObjectNode fields = params().put("name", file.name());
        fields.set("content", file.content().node());
        if (caption != null) {
            fields.put("message", caption);
        }
        return params().put("dialogId", dialogId).set("fields", fields);
    }

    @Override
    public List<RestCall> edit(long messageId, Content content) {
        return List.of(new RestCall(Method.MESSAGE_UPDATE, with(content, params().put("MESSAGE_ID", messageId))));
    }

    @Override
    public List<RestCall> delete(long messageId) {
        return List.of(new RestCall(Method.MESSAGE_DELETE, params().put("MESSAGE_ID", messageId)));
    }

    @Override
    public List<RestCall> react(long messageId, String reaction) {
        RestCall call = reaction(Method.REACTION_ADD, messageId, reaction).orAlready("REACTION_ALREADY_SET");
        return reaction.equals(LIKE) ? List.of(call, like(messageId, "plus")) : List.of(call);
    }

    @Override
    public List<RestCall> takeBack(long messageId, String reaction) {
        RestCall call = reaction(Method.REACTION_DELETE, messageId, reaction).orAlready("REACTION_NOT_FOUND");
        return reaction.equals(LIKE) ? List.of(call, like(messageId, "minus")) : List.of(call);
    }

    private static RestCall reaction(String method, long messageId, String reaction) {
        return new RestCall(method, params().put("messageId", messageId).put("reaction", reaction));
    }

    private static RestCall like(long messageId, String action) {
        return new RestCall(Method.MESSAGE_LIKE, params().put("MESSAGE_ID", messageId).put("ACTION", action))
                .orAlready("WITHOUT_CHANGES");
    }

    @Override
    public List<RestCall> typing(String dialogId, String status) {
        RestCall writing = new RestCall(Method.DIALOG_WRITING, params().put("DIALOG_ID", dialogId));
        return status == null
                ? List.of(writing)
                : List.of(new RestCall(
                        Method.INPUT_ACTION, params().put("dialogId", dialogId).put("type", status)), writing);
    }

    @Override
    public List<RestCall> read(String dialogId, long messageId) {
        return List.of(new RestCall(
                Method.DIALOG_READ, params().put("DIALOG_ID", dialogId).put("MESSAGE_ID", messageId)));
    }

    @Override
    public List<RestCall> history(String dialogId, Section section) {
        return historyAsUser(dialogId, section);
    }

    static List<RestCall> historyAsUser(String dialogId, Section section) {
        ObjectNode params = params().put("DIALOG_ID", dialogId).put("LIMIT", section.size());
        if (section.after() != null) {
            params.put("FIRST_ID", section.after());
        }
        if (section.before() != null) {
            params.put("LAST_ID", section.before());
        }
        return List.of(new RestCall(Method.DIALOG_MESSAGES, params));
    }

    /** The dialog is asked for by the documentation, and not read (observed behaviour of im 26.250). */
    @Override
    public List<RestCall> download(long fileId, String dialogId) {
        ObjectNode params = params().put("fileId", fileId);
        return List.of(new RestCall(Method.FILE_DOWNLOAD, dialogId == null ? params : params.put("dialogId", dialogId)));
    }

    @Override
    public List<RestCall> people(String email) {
        return peopleAsUser(email);
    }

    static List<RestCall> peopleAsUser(String email) {
        ObjectNode params = params();
        params.putObject("FILTER").put("EMAIL", email).put("ACTIVE", true);
        return List.of(new RestCall(Method.USER_GET, params));
    }

    @Override
    public boolean isGone(RestException refusal) {
        return refusal.hasCode(GONE);
    }

    private static ObjectNode with(Content content, ObjectNode params) {
        params.put("MESSAGE", content.text());
        set(params, "KEYBOARD", content.keyboard());
        set(params, "ATTACH", content.attach());
        setBot(params, "BOT_ID", content.keyboard());
        return params;
    }

    private static void set(ObjectNode params, String name, JsonNode part) {
        if (part != null) {
            params.set(name, part);
        }
    }

    /** Buttons with commands belong to a bot, which the portal takes from beside the keyboard. */
    private static void setBot(ObjectNode params, String name, JsonNode keyboard) {
        if (keyboard != null && keyboard.has(Keyboard.BOT_ID)) {
            params.set(name, keyboard.get(Keyboard.BOT_ID));
        }
    }

    private static ObjectNode params() {
        return Json.MAPPER.createObjectNode();
    }
}

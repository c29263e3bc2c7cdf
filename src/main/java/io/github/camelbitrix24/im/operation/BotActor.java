package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.event.EventQueue;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.registration.Bot;
import io.github.camelbitrix24.im.registration.BotQueue;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * Acts as a bot. It is looked up, and registered where it is missing, before the first call that is made in its name.
 * (Bitrix24 REST: imbot.v2)
 */
final class BotActor implements Actor {

    private static final String FAMILY = "imbot.";
    /** These are not done by a bot, but to it. */
    private static final String BOTS = "imbot.v2.bot.";
    private static final String REVISION = "imbot.v2.revision.";
    private static final String BOT_ID = "botId";
    private static final String STATUS = "IMBOT_AGENT_ACTION_";
    private static final Set<String> GONE = Set.of("MESSAGE_NOT_FOUND", "MESSAGE_ACCESS_DENIED");

    private final Bot bot;
    private final RestClient client;
    private final BotQueue queue;

    BotActor(Bot bot, RestClient client) {
        this.bot = bot;
        this.client = client;
        this.queue = new BotQueue(bot, client, false);
    }

    /** Whether only bots can call it. */
    static boolean isOfBots(String method) {
        return method.regionMatches(true, 0, FAMILY, 0, FAMILY.length());
    }

    @Override
    public EventQueue queue() {
        return queue;
    }

    /** Events of a bot are recorded as long as there is one. */
    @Override
    public boolean subscribe() throws RestException {
        return bot.require(client, false) > 0;
    }

    @Override
    public boolean unsubscribe() {
        throw new IllegalArgumentException(
                "The portal records the events of a bot as long as there is the bot, so there is nothing to unsubscribe: leave"
                                           + " this step out, or set the option bot to nothing for the events of the user.");
    }

    @Override
    public RestCall inName(RestCall call) throws RestException {
        String method = call.method().toLowerCase(Locale.ROOT);
        if (!isOfBots(method) || method.startsWith(BOTS) || method.startsWith(REVISION) || call.params().has(BOT_ID)) {
            return call;
        }
        long id = bot.require(client, false);
        ObjectNode params = bot.named(id, call.params());
        JsonNode keyboard = params.path("fields").path("keyboard");
        if (keyboard.isArray()) {
            // an edit drops buttons with commands that do not say whose they are, without a word
            ObjectNode fields = ((ObjectNode) params.get("fields")).deepCopy();
            fields.putObject("keyboard").put(Keyboard.BOT_ID, id).set(Keyboard.BUTTONS, keyboard);
            params.set("fields", fields);
        }
        return call.with(params);
    }

    @Override
    public boolean isForgotten(RestException refusal) {
        return bot.isGone(refusal);
    }

    @Override
    public boolean hasCommands() {
        return true;
    }

    @Override
    public List<RestCall> post(Post post) {
        ObjectNode fields = fields(post.content()).put("templateId", post.templateId());
        if (post.replyTo() != null) {
            fields.put("replyId", post.replyTo());
        }
        return one(new RestCall(Method.BOT_SEND, params().put("dialogId", post.dialogId()).set("fields", fields))
                .orUnderWay("SENDING_FAILED"));
    }

    @Override
    public RestCall upload(String dialogId, OutgoingFile file, String caption) {
        return new RestCall(Method.BOT_FILE_UPLOAD, UserActor.file(dialogId, file, caption));
    }

    @Override
    public List<RestCall> edit(long messageId, Content content) {
        return one(new RestCall(Method.BOT_UPDATE, message(messageId).set("fields", fields(content))));
    }

    /** What is gone is refused, and what may not be deleted is not (observed behaviour of im 26.250). */
    @Override
    public List<RestCall> delete(long messageId) {
        return one(new RestCall(Method.BOT_DELETE, message(messageId)).orAlready("MESSAGE_NOT_FOUND", "MESSAGE_ACCESS_DENIED"));
    }

    @Override
    public List<RestCall> react(long messageId, String reaction) {
        return one(new RestCall(Method.BOT_REACTION_ADD, message(messageId).put("reaction", reaction))
                .orAlready("REACTION_ALREADY_SET"));
    }

    @Override
    public List<RestCall> takeBack(long messageId, String reaction) {
        return one(new RestCall(Method.BOT_REACTION_DELETE, message(messageId).put("reaction", reaction))
                .orAlready("REACTION_NOT_FOUND"));
    }

    /** An unknown status is shown as writing. */
    @Override
    public List<RestCall> typing(String dialogId, String status) {
        ObjectNode params = params().put("dialogId", dialogId);
        if (status != null) {
            params.put("statusMessageCode",
                    STATUS + status.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
        }
        return one(new RestCall(Method.BOT_INPUT_ACTION, params));
    }

    @Override
    public List<RestCall> read(String dialogId, long messageId) {
        return one(new RestCall(Method.BOT_READ, params().put("dialogId", dialogId).put("messageId", messageId)));
    }

    /**
     * Bots that hear everything may read around a message. Else the user of the credentials reads, who is in the bot's
     * groups at most: a private dialog of the same name would be another one.
     */
    @Override
    public List<RestCall> history(String dialogId, Section section) throws RestException {
        bot.require(client, false);
        Long anchor = section.after() != null ? section.after() : section.before();
        if (anchor != null && anchor > 0 && bot.hearsEverything()) {
            return one(new RestCall(Method.BOT_CONTEXT, message(anchor).put("range", section.size())));
        }
        if (!dialogId.startsWith("chat")) {
            throw new IllegalArgumentException(
                    "The history of a private dialog of a bot can be read only by a bot of the botType personal or supervisor, and"
                                               + " only before or after a message: set the header"
                                               + " CamelBitrix24ImBeforeMessageId, or name a group chat, such as chat5.");
        }
        return UserActor.historyAsUser(dialogId, section);
    }

    @Override
    public List<RestCall> download(long fileId, String dialogId) {
        return one(new RestCall(Method.BOT_FILE_DOWNLOAD, params().put("fileId", fileId)));
    }

    @Override
    public List<RestCall> people(String email) {
        return UserActor.peopleAsUser(email);
    }

    @Override
    public boolean isGone(RestException refusal) {
        return refusal.hasCode(GONE);
    }

    private static ObjectNode fields(Content content) {
        ObjectNode fields = params().put("message", content.text());
        if (content.keyboard() != null) {
            fields.set("keyboard", content.keyboard());
        }
        if (content.attach() != null) {
            fields.set("attach", content.attach());
        }
        return fields;
    }

    private static ObjectNode message(long messageId) {
        return params().put("messageId", messageId);
    }

    private static List<RestCall> one(RestCall call) {
        return List.of(call);
    }

    private static ObjectNode params() {
        return Json.MAPPER.createObjectNode();
    }
}

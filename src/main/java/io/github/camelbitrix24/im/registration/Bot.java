package io.github.camelbitrix24.im.registration;

import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.RestClient;
import io.github.camelbitrix24.im.rest.RestException;

/**
 * A bot at a portal, as far as it is known: all who act as it share what one of them has found out. Thread-safe.
 */
public final class Bot {

    private static final Set<String> GONE = Set.of("BOT_NOT_FOUND");

    private final BotRequest request;
    private volatile Long id;
    private volatile boolean readable;
    private volatile String type;

    public Bot(BotRequest request) {
        this.request = request;
    }

    BotRequest request() {
        return request;
    }

    public String code() {
        return request.code();
    }

    /** The id of its user, or {@code null} as long as that is not known. */
    public Long id() {
        return id;
    }

    /**
     * Its id, looked up if that is not known, and registered if it is missing.
     *
     * @param  reading       whether its events must come into its queue
     * @throws RestException when the bot is not there, or somebody else's, or the portal cannot be asked now
     */
    public long require(RestClient client, boolean reading) throws RestException {
        return BotRegistration.complete(this, client, reading);
    }

    /** @param reading whether its events must come into its queue */
    boolean isReady(boolean reading) {
        return id != null && (readable || !reading);
    }

    /** Whether it may read what is said in its chats; known once it was found. */
    public boolean hearsEverything() {
        return "personal".equals(type) || "supervisor".equals(type);
    }

    void found(long itsId, String itsType, boolean reading) {
        type = itsType;
        readable = reading || readable && Long.valueOf(itsId).equals(id);
        id = itsId;
    }

    /**
     * Whether a refusal says that there is no such bot any more: then it is looked for anew.
     */
    public boolean isGone(RestException refusal) {
        boolean gone = refusal.hasCode(GONE);
        if (gone) {
            id = null;
            readable = false;
        }
        return gone;
    }

    /** The parameters, with the bot that they are for. */
    public ObjectNode named(long itsId, ObjectNode params) {
        return Json.MAPPER.createObjectNode().put("botId", itsId).setAll(params);
    }
}

package io.github.camelbitrix24.im.auth;

import java.time.Duration;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.CallAuthorization;
import io.github.camelbitrix24.im.rest.Json;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.Redaction;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.Signature;

/**
 * Calls that are made as a bot: those of bots are signed with its token, too, which proves to the portal whose bot it
 * is. (Bitrix24 REST: imbot.v2)
 */
public final class BotAuthorization implements CallAuthorization {

    private static final String FAMILY = "imbot.";

    private final CallAuthorization caller;
    private final String token;

    /** @param caller whose webhook or application it is */
    public BotAuthorization(CallAuthorization caller, String token) {
        this.caller = caller;
        this.token = token;
    }

    @Override
    public PortalAddress portal() {
        return caller.portal();
    }

    @Override
    public String userId() {
        return caller.userId();
    }

    @Override
    public Signature signature(Duration atMost) throws RestException {
        return new BotSignature(caller.signature(atMost));
    }

    @Override
    public String redact(String text) {
        return Redaction.of(caller.redact(text), token);
    }

    @Override
    public long changes() {
        return caller.changes();
    }

    @Override
    public long refreshes() {
        return caller.refreshes();
    }

    private final class BotSignature implements Signature {

        private final Signature callers;

        private BotSignature(Signature callers) {
            this.callers = callers;
        }

        @Override
        public String path(String method) {
            return callers.path(method);
        }

        @Override
        public ObjectNode sign(String method, ObjectNode params) {
            boolean ofBots = method.regionMatches(true, 0, FAMILY, 0, FAMILY.length());
            return callers.sign(method, ofBots
                    ? Json.MAPPER.createObjectNode().<ObjectNode> setAll(params).put("botToken", token) : params);
        }

        @Override
        public void accepted() {
            callers.accepted();
        }

        @Override
        public boolean isStale(String code) {
            return callers.isStale(code);
        }

        @Override
        public Signature renew(Duration atMost) throws RestException {
            return new BotSignature(callers.renew(atMost));
        }

        @Override
        public String toString() {
            return callers + ", as a bot";
        }
    }
}

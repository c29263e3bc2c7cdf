package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.nio.file.Path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.rest.Json;

/**
 * A pair of tokens as the authorisation server writes it, so that what an installation delivered can be saved as it is
 * (Bitrix24 REST: OAuth).
 */
final class TokenJson {

    private static final String REST = "/rest/";

    private TokenJson() {
    }

    /** No part of the content gets into an exception, since any part may be a token. */
    static TokenPair read(byte[] content, Path file) throws IOException {
        JsonNode json;
        try {
            json = Json.MAPPER.readTree(content);
        } catch (JsonProcessingException e) {
            throw new IOException(file + " is not readable JSON");
        }
        if (text(json, "refresh_token") == null) {
            throw new IOException(file + " holds no refresh_token");
        }
        return read(json, text(json, "client_id"), text(json, "derived_from"));
    }

    /**
     * @param json an answer of the server that holds a refresh token
     */
    static TokenPair read(JsonNode json, String clientId, String origin) {
        String endpoint = text(json, "client_endpoint");
        return new TokenPair(
                text(json, "access_token"), text(json, "refresh_token"), clientId,
                endpoint == null ? null : endpoint.replaceFirst("/rest/?$", ""), text(json, "server_endpoint"), origin);
    }

    static byte[] write(TokenPair pair) throws IOException {
        ObjectNode json = Json.MAPPER.createObjectNode();
        put(json, "access_token", pair.accessToken());
        put(json, "refresh_token", pair.refreshToken());
        put(json, "client_id", pair.clientId());
        put(json, "client_endpoint", pair.portal() == null ? null : pair.portal() + REST);
        put(json, "server_endpoint", pair.server());
        put(json, "derived_from", pair.origin());
        return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
    }

    static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
    }

    private static void put(ObjectNode json, String field, String value) {
        if (value != null) {
            json.put(field, value);
        }
    }
}

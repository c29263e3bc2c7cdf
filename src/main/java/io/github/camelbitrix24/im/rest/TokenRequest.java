package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One request for tokens and the judgement of its answer (Bitrix24 REST: OAuth, error codes). The form is posted, so
 * that neither the client's secret nor a token gets into a URL.
 */
public final class TokenRequest {

    /** By this name failures call the request, as they call others by their method. */
    public static final String NAME = "oauth/token";

    private final FormTransport transport;
    private final String path;
    private final UnaryOperator<String> redaction;

    /**
     * @param redaction takes secrets out of what the server says
     */
    public TokenRequest(FormTransport transport, String path, UnaryOperator<String> redaction) {
        this.transport = transport;
        this.path = path;
        this.redaction = redaction;
    }

    /**
     * @return               an object that holds both tokens
     * @throws RestException when the server refuses, cannot be reached, or answers something unreadable
     */
    public JsonNode send(Map<String, String> fields) throws RestException {
        HttpAnswer http;
        try {
            http = transport.postForm(path, fields);
        } catch (IOException e) {
            throw RestException.noAnswer(
                    NAME, "no answer from the authorisation server: " + redaction.apply(e.toString()),
                    e instanceof SocketTimeoutException ? e : null);
        }
        JsonNode answer = read(http);
        if (answer.has("error")) {
            throw refusal(answer, http.status());
        }
        if (http.status() != 200 || !isText(answer, "access_token") || !isText(answer, "refresh_token")) {
            throw unreadable(http.status(), "the authorisation server's answer holds no tokens");
        }
        return answer;
    }

    private static JsonNode read(HttpAnswer http) throws RestException {
        if (http.isRedirect()) {
            throw unreadable(http.status(), "the authorisation server redirects instead of answering");
        }
        try {
            JsonNode answer = Json.MAPPER.readTree(http.body());
            if (answer != null && answer.isObject()) {
                return answer;
            }
        } catch (IOException e) {
            // said below, without the answer, in which there may be tokens
        }
        throw unreadable(http.status(), "the authorisation server's answer is not a JSON object");
    }

    /** Refused for good only if the server says so in its own words. */
    private static RestException unreadable(int status, String description) {
        FailureKind kind = status == 404 ? FailureKind.NOT_AUTHORISED : FailureKind.UNAVAILABLE;
        return RestException.unusable(kind, NAME, description, status, null);
    }

    private RestException refusal(JsonNode answer, int status) {
        String code = redaction.apply(answer.path("error").asText());
        String description = redaction.apply(answer.path("error_description").asText(""));
        FailureKind kind = FailureTable.classify(code, status);
        if (kind == FailureKind.BAD_REQUEST) {
            kind = FailureKind.NOT_AUTHORISED;
        }
        return RestException.refused(
                kind, NAME, code, description.isEmpty() ? "the authorisation server refuses" : description, status);
    }

    private static boolean isText(JsonNode answer, String field) {
        return answer.path(field).isTextual() && !answer.path(field).textValue().isBlank();
    }
}

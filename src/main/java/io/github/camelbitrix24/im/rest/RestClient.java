package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.time.Duration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.budget.RequestBudget;

/**
 * Calls methods of one portal with one set of credentials. Every call is a POST of JSON; nothing is retried here.
 */
public final class RestClient {

    private final RestTransport transport;
    private final Credentials credentials;
    private final RequestBudget budget;

    /**
     * @param budget what all callers of the portal share
     */
    public RestClient(RestTransport transport, Credentials credentials, RequestBudget budget) {
        this.transport = transport;
        this.credentials = credentials;
        this.budget = budget;
    }

    public Credentials credentials() {
        return credentials;
    }

    /**
     * Calls a method and reads its result as a tree.
     *
     * @throws RestException when the portal refuses, cannot be reached, or answers something unreadable
     */
    public JsonNode call(String method, ObjectNode params) throws RestException {
        return call(method, params, null, (parser, body) -> Json.MAPPER.<JsonNode> readTree(parser)).result();
    }

    /**
     * Calls a method and hands its result to a reader.
     *
     * @param  responseTimeout how long to wait for the answer, or {@code null} for the configured time
     * @throws RestException   when the portal refuses, cannot be reached, or answers something unreadable
     */
    public <T> RestAnswer<T> call(String method, ObjectNode params, Duration responseTimeout, ResultReader<T> reader)
            throws RestException {
        String path = credentials.path(MethodName.requireWellFormed(method));
        awaitBudget(method);
        HttpAnswer http;
        try {
            http = transport.post(path, Json.MAPPER.writeValueAsBytes(params), responseTimeout);
        } catch (JsonProcessingException e) {
            throw new RestException(
                    FailureKind.BAD_REQUEST, method, null, "the parameters cannot be written as JSON", 0, e);
        } catch (OversizedAnswerException e) {
            throw new RestException(FailureKind.MALFORMED, method, null, e.getMessage(), 0, null);
        } catch (IOException e) {
            throw new RestException(
                    FailureKind.UNAVAILABLE, method, null, "no answer from " + credentials.portal().authority() + ": "
                                                           + credentials.redact(e.toString()),
                    0, e instanceof NotSentException ? e : null);
        } finally {
            budget.answered();
        }
        try {
            return new AnswerReader<>(method, http, reader).read();
        } catch (RestException e) {
            if (e.kind() == FailureKind.THROTTLED) {
                budget.rejected();
            }
            throw new RestException(
                    e.kind(), method, credentials.redact(e.code()), credentials.redact(e.description()), e.status(), null);
        }
    }

    /** Polls and acknowledgements keep the queue from running over: they go first. */
    private void awaitBudget(String method) throws RestException {
        try {
            budget.acquire(method.startsWith(MethodName.EVENT_PREFIX), this);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestException(
                    FailureKind.UNAVAILABLE, method, null, "interrupted while waiting for the portal's request budget", 0,
                    null);
        }
    }
}

package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.auth.Credentials;
import io.github.camelbitrix24.im.auth.TokenPair;
import io.github.camelbitrix24.im.auth.TokenSession;
import io.github.camelbitrix24.im.budget.BudgetState;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;

/**
 * Calls methods of one portal with one set of credentials. Every call is a POST of JSON. Nothing is retried here, but a
 * call that the portal refused because the access token has expired, once, with the refreshed one.
 */
public final class RestClient implements CallStatistics {

    /** The first, one with a pair that another node has stored, one with a refreshed pair. */
    private static final int ATTEMPTS = 3;

    private final RestTransport transport;
    private final Credentials credentials;
    private final RequestBudget budget;
    private final TokenSession tokens;
    private final AtomicLong requests = new AtomicLong();
    private final OperatingTimes operatingTimes = new OperatingTimes(System::nanoTime);

    /**
     * @param budget what all callers of the portal share
     */
    public RestClient(RestTransport transport, Credentials credentials, RequestBudget budget) {
        this(transport, credentials, budget, null);
    }

    /**
     * @param budget what all callers of the portal share
     * @param tokens the tokens of OAuth credentials; {@code null} for others
     */
    public RestClient(RestTransport transport, Credentials credentials, RequestBudget budget, TokenSession tokens) {
        this.transport = transport;
        this.credentials = credentials;
        this.budget = budget;
        this.tokens = tokens;
    }

    /**
     * The caller begins: from now on its connections are kept between calls. Calls may be made without.
     */
    public void begin() {
        transport.begin();
    }

    /**
     * The caller ends: connections that nobody else uses are closed.
     */
    public void end() {
        transport.end();
    }

    public Credentials credentials() {
        return credentials;
    }

    @Override
    public long requests() {
        return requests.get();
    }

    @Override
    public BudgetState budget() {
        return budget.state();
    }

    /**
     * How often other tokens took the place of those before; 0 for credentials without tokens.
     */
    public long tokenChanges() {
        return tokens == null ? 0 : tokens.changes();
    }

    @Override
    public long refreshes() {
        return tokens == null ? 0 : tokens.refreshes();
    }

    /**
     * Waits for the portal's request budget without a thread.
     *
     * @param  timer   where to wait
     * @param  granted gets the permit for one request, with which a call can be made, and must close it
     * @return         what ends the waiting
     */
    public Runnable reserve(Urgency urgency, ScheduledExecutorService timer, Consumer<Permit> granted) {
        return budget.reserve(urgency, this, timer, granted);
    }

    /**
     * Calls a method and reads its result as a tree.
     *
     * @throws RestException when the portal refuses, cannot be reached, or answers something unreadable
     */
    public JsonNode call(String method, ObjectNode params) throws RestException {
        return call(null, method, params);
    }

    /**
     * As {@link #call(String, ObjectNode)}, with a permit that was granted before.
     *
     * @param granted what its caller closes, or {@code null} to wait for one
     */
    public JsonNode call(Permit granted, String method, ObjectNode params) throws RestException {
        return call(granted, method, params, null, (parser, body) -> Json.MAPPER.<JsonNode> readTree(parser)).result();
    }

    /**
     * Calls a method and hands its result to a reader.
     *
     * @param  responseTimeout within which the call must be over, from the wait for the budget to the end of the
     *                         answer, or {@code null} for the configured times. A refresh of the tokens that the call
     *                         begins is not cut short: its answer is the only copy of the new tokens.
     * @throws RestException   when the portal refuses, cannot be reached, or answers something unreadable
     */
    public <T> RestAnswer<T> call(String method, ObjectNode params, Duration responseTimeout, ResultReader<T> reader)
            throws RestException {
        return call(null, method, params, responseTimeout, reader);
    }

    /**
     * As {@link #call(String, ObjectNode, Duration, ResultReader)}, with a permit that was granted before. What the
     * call needs beyond it, after a refresh of the tokens say, it waits for.
     *
     * @param granted what its caller closes; {@code null}, or one that was used before, to wait for another
     */
    public <T> RestAnswer<T> call(
            Permit granted, String method, ObjectNode params, Duration responseTimeout,
            ResultReader<T> reader)
            throws RestException {
        MethodName.requireWellFormed(method);
        TimeLeft time = new TimeLeft(method, responseTimeout);
        if (tokens == null) {
            return send(granted, method, params, time, reader);
        }
        TokenPair pair = token(() -> tokens.current(time.left()));
        for (int attempt = 1;; attempt++) {
            try {
                // in the body, not in the URL, which servers and proxies log
                ObjectNode signed = Json.MAPPER.createObjectNode().<ObjectNode> setAll(params).put("auth", pair.accessToken());
                RestAnswer<T> answer = send(granted, method, signed, time, reader);
                tokens.accepted(pair);
                return answer;
            } catch (RestException e) {
                if (attempt == ATTEMPTS || !tokens.isStale(pair, e.code())) {
                    throw e;
                }
                TokenPair stale = pair;
                pair = token(() -> tokens.renew(stale, time.left()));
            }
        }
    }

    private <T> RestAnswer<T> send(
            Permit granted, String method, ObjectNode params, TimeLeft time, ResultReader<T> reader)
            throws RestException {
        long sentAt;
        HttpAnswer http;
        try (Permit permit = permit(granted, method, params, time)) {
            requests.incrementAndGet();
            sentAt = System.nanoTime();
            http = post(permit, method, params, time);
        }
        try {
            RestAnswer<T> answer = new AnswerReader<>(method, http, reader).read();
            operatingTimes.answered(method, answer.time());
            return answer.sentAt(sentAt);
        } catch (RestException e) {
            if (e.kind() == FailureKind.THROTTLED) {
                budget.rejected();
            }
            Duration retryAfter = FailureTable.isOperatingTime(e.code()) ? operatingTimes.untilReset(method) : null;
            throw e.redacted(this::redact, retryAfter);
        }
    }

    private HttpAnswer post(Permit permit, String method, ObjectNode params, TimeLeft time) throws RestException {
        try {
            return transport.post(credentials.path(method), OutgoingJson.write(params), time.left(), permit);
        } catch (JsonProcessingException e) {
            throw new RestException(
                    FailureKind.BAD_REQUEST, method, null, "the parameters cannot be written as JSON", 0, e);
        } catch (OversizedAnswerException e) {
            throw new RestException(FailureKind.MALFORMED, method, null, e.getMessage(), 0, e);
        } catch (IOException e) {
            throw new RestException(
                    FailureKind.UNAVAILABLE, method, null, "no answer from " + credentials.portal().authority() + ": "
                                                           + redact(e.toString()),
                    0, tellingCause(e));
        }
    }

    /** Only a cause of our own, or one without a text that could hold an address. */
    private static IOException tellingCause(IOException e) {
        if (e instanceof NotSentException) {
            return e;
        }
        return e instanceof SocketTimeoutException ? new SocketTimeoutException("no answer in time") : null;
    }

    private interface TokenSource {
        TokenPair get() throws RestException;
    }

    /** Without a token there was no call that the portal could have acted upon. */
    private static TokenPair token(TokenSource source) throws RestException {
        try {
            return source.get();
        } catch (RestException e) {
            throw e.because(new NotSentException("no access token"));
        }
    }

    private Permit permit(Permit granted, String method, ObjectNode params, TimeLeft time) throws RestException {
        if (granted != null && granted.sent()) {
            return granted;
        }
        try {
            Permit own = budget.acquire(urgency(method, params), this, time.left());
            if (own == null) {
                throw time.isOver();
            }
            own.sent();
            return own;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RestException(
                    FailureKind.UNAVAILABLE, method, null, "interrupted while waiting for the portal's request budget", 0,
                    null);
        }
    }

    /** Polls and acknowledgements keep the queue from running over: they go first. */
    private static Urgency urgency(String method, ObjectNode params) {
        if (!method.startsWith(MethodName.EVENT_PREFIX)) {
            return Urgency.OTHER;
        }
        boolean acknowledges = params.path("offset").asLong() > 1;
        // one that reads on as well takes its turn, or somebody's long queue would keep others from being heard
        return acknowledges && params.path("limit").asInt() == 1 ? Urgency.ACKNOWLEDGEMENT : Urgency.POLL;
    }

    private String redact(String text) {
        return tokens == null ? credentials.redact(text) : tokens.redact(text);
    }
}

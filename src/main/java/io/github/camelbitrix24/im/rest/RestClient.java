package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.budget.BudgetState;
import io.github.camelbitrix24.im.budget.Permit;
import io.github.camelbitrix24.im.budget.RequestBudget;
import io.github.camelbitrix24.im.budget.Urgency;

/**
 * Calls methods of one portal with one set of credentials. Every call is a POST of JSON. Nothing is retried here, but a
 * call that the portal refused because its signature is stale, with another one.
 */
public final class RestClient implements CallStatistics {

    /** The first, one with a signature that another node has stored, one with a new one. */
    private static final int ATTEMPTS = 3;

    private final PortalTransport transport;
    private final CallAuthorization authorization;
    private final RequestBudget budget;
    private final LongSupplier nanoTime;
    private final AtomicLong requests = new AtomicLong();
    private final OperatingTimes operatingTimes;

    /**
     * @param budget   what all callers of the portal share
     * @param nanoTime nanoseconds of a monotonic source
     */
    public RestClient(PortalTransport transport, CallAuthorization authorization, RequestBudget budget,
                      LongSupplier nanoTime) {
        this.transport = transport;
        this.authorization = authorization;
        this.budget = budget;
        this.nanoTime = nanoTime;
        this.operatingTimes = new OperatingTimes(nanoTime);
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

    /**
     * In whose name calls are made.
     */
    public CallAuthorization authorization() {
        return authorization;
    }

    @Override
    public long requests() {
        return requests.get();
    }

    @Override
    public BudgetState budget() {
        return budget.state();
    }

    @Override
    public long refreshes() {
        return authorization.refreshes();
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
     * The permit for one request, if that can be made without waiting.
     *
     * @return what the caller closes, or {@code null} if it would have to wait
     */
    public Permit permit(Urgency urgency) {
        try {
            return budget.acquire(urgency, this, Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /**
     * Whoever waits for the portal's request budget looks again, in case there was no memory to wake him.
     */
    public void revive() {
        budget.revive();
    }

    /**
     * Calls a method as soon as the portal's request budget allows, and reads its result as a tree.
     *
     * @throws RestException when the portal refuses, cannot be reached, or answers something unreadable
     */
    public JsonNode call(Urgency urgency, String method, ObjectNode params) throws RestException {
        return call(urgency, null, method, params);
    }

    /**
     * As {@link #call(Urgency, String, ObjectNode)}, with a permit that was granted before.
     *
     * @param granted what its caller closes; {@code null} to wait for one
     */
    public JsonNode call(Urgency urgency, Permit granted, String method, ObjectNode params) throws RestException {
        return call(urgency, granted, method, params, null, (parser, body) -> Json.MAPPER.<JsonNode> readTree(parser)).result();
    }

    /**
     * Calls a method and hands its result to a reader.
     *
     * @param  urgency         what it goes before, where it must wait for the budget
     * @param  granted         what its caller closes; {@code null}, or one that was used before, to wait for one. What
     *                         the call needs beyond it is waited for, too.
     * @param  responseTimeout within which the call must be over, from the wait for the budget to the end of the
     *                         answer, or {@code null} for the configured times. A refresh of the tokens that the call
     *                         begins is not cut short: its answer is the only copy of the new tokens.
     * @throws RestException   when the portal refuses, cannot be reached, or answers something unreadable
     */
    public <T> RestAnswer<T> call(
            Urgency urgency, Permit granted, String method, ObjectNode params,
            Duration responseTimeout, ResultReader<T> reader)
            throws RestException {
        Call call = new Call(
                MethodName.requireWellFormed(method), params, urgency, granted,
                new TimeLeft(method, responseTimeout, nanoTime));
        Signature signature = signed(authorization::signature, call.time);
        for (int attempt = 1;; attempt++) {
            try {
                RestAnswer<T> answer = send(call, signature, reader);
                signature.accepted();
                return answer;
            } catch (RestException e) {
                if (attempt == ATTEMPTS || !signature.isStale(e.code())) {
                    throw e;
                }
                signature = signed(signature::renew, call.time);
            }
        }
    }

    private record Call(String method, ObjectNode params, Urgency urgency, Permit granted, TimeLeft time) {
    }

    private interface Signing {
        Signature within(Duration atMost) throws RestException;
    }

    /** Without a signature there was no call that the portal could have acted upon. */
    private static Signature signed(Signing signing, TimeLeft time) throws RestException {
        try {
            return signing.within(time.left());
        } catch (RestException e) {
            throw e.because(new NotSentException("no access token"));
        }
    }

    private Permit permit(Call call) throws RestException {
        if (call.granted != null && call.granted.sent()) {
            return call.granted;
        }
        try {
            Permit own = budget.acquire(call.urgency, this, call.time.left());
            if (own == null) {
                throw call.time.isOver();
            }
            own.sent();
            return own;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestException.noAnswer(call.method, "interrupted while waiting for the portal's request budget", null);
        }
    }

    private <T> RestAnswer<T> send(Call call, Signature signature, ResultReader<T> reader) throws RestException {
        long sentAt;
        HttpAnswer http;
        try (Permit permit = permit(call)) {
            requests.incrementAndGet();
            sentAt = nanoTime.getAsLong();
            http = post(new RestRequest(call.method, signature, call.params, permit, call.time.left()));
        }
        try {
            RestAnswer<T> answer = new AnswerReader<>(call.method, http, reader).read(sentAt);
            operatingTimes.answered(call.method, answer.time());
            return answer;
        } catch (RestException e) {
            if (e.kind() == FailureKind.THROTTLED) {
                budget.rejected();
            }
            Duration retryAfter = FailureTable.isOperatingTime(e.code()) ? operatingTimes.untilReset(call.method) : null;
            throw e.redacted(authorization::redact, retryAfter);
        }
    }

    /**
     * Fetches the file of a link as soon as the portal's request budget allows. The request counts as answered when the
     * file begins to come.
     *
     * @param  method        by which the link was asked for
     * @param  link          what the portal has answered to it; it is never shown
     * @param  reader        what is made of the file while it comes
     * @throws RestException when the portal refuses the link or cannot be reached, or the file does not come to its end
     */
    public <T> T fetch(Urgency urgency, String method, String link, FileReader<T> reader) throws RestException {
        Call call = new Call(method, null, urgency, null, new TimeLeft(method, null, nanoTime));
        try (Permit permit = permit(call)) {
            requests.incrementAndGet();
            return transport.get(link, permit::close, new FileFetch<>(method, reader));
        } catch (ForeignLinkException e) {
            throw RestException.unusable(FailureKind.BAD_REQUEST, method, e.getMessage(), 0,
                    "Set the option portalUrl to the address that the portal has for itself, with its scheme and port.");
        } catch (IOException e) {
            throw RestException.noAnswer(
                    method,
                    "the file did not come from " + authorization.portal().authority() + ": " + redacted(link, e.toString()),
                    e);
        } catch (RestException e) {
            if (e.kind() == FailureKind.THROTTLED) {
                budget.rejected();
            }
            throw e.redacted(text -> redacted(link, text), null);
        }
    }

    private String redacted(String link, String text) {
        return authorization.redact(text == null ? null : new FileLink(link).redact(text));
    }

    private HttpAnswer post(RestRequest request) throws RestException {
        String method = request.method();
        try {
            return transport.post(request);
        } catch (JsonProcessingException e) {
            throw RestException.unwritable(method, e);
        } catch (OversizedAnswerException e) {
            throw RestException.oversized(method, e);
        } catch (UnreadableContentException e) {
            throw RestException.unreadable(method, e);
        } catch (IOException e) {
            throw RestException.noAnswer(
                    method, "no answer from " + authorization.portal().authority() + ": " + authorization.redact(e.toString()),
                    e);
        }
    }
}

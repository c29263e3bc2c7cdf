package io.github.camelbitrix24.im.auth;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;

import io.github.camelbitrix24.im.budget.Pause;
import io.github.camelbitrix24.im.rest.FormTransport;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.TokenRequest;

/**
 * The current tokens of an application and user, for all calls made with them. When the portal says that they have
 * expired, they are refreshed once however many calls find that out, and never for another reason (Bitrix24 REST:
 * OAuth).
 */
public final class TokenSession {

    /** For as long as a portal may remember its verdict on a token. */
    private static final long VERDICT_IS_KEPT = Duration.ofHours(1).toNanos();
    private static final long TOO_SOON = Duration.ofMinutes(1).toNanos();
    private static final long BREATHER = Duration.ofSeconds(1).toNanos();

    private final OAuthCredentials credentials;
    private final TokenRotation rotation;
    private final LongSupplier nanoTime;

    private TokenPair current;
    private TokenPair previous;
    private CompletableFuture<TokenPair> underWay;
    private boolean refreshed;
    private boolean accepted;
    private long changes;
    private long since;
    private RestException refusal;
    private long refusedAt;

    /**
     * @param servers  gives the connection to an authorisation server
     * @param nanoTime nanoseconds of a monotonic source
     * @param pause    how to wait
     */
    public TokenSession(OAuthCredentials credentials, Function<PortalAddress, FormTransport> servers,
                        LongSupplier nanoTime, Pause pause) {
        this.credentials = credentials;
        this.rotation = new TokenRotation(credentials, servers, pause);
        this.nanoTime = nanoTime;
    }

    /**
     * The tokens to make a call with.
     *
     * @param  atMost        how long to wait while others refresh, or {@code null} for as long as it takes
     * @throws RestException if there are none
     */
    TokenPair current(Duration atMost) throws RestException {
        TokenPair pair;
        synchronized (this) {
            if (current == null) {
                current = rotation.first();
            }
            pair = current;
        }
        return pair.accessToken() == null ? renew(pair, atMost) : pair;
    }

    /**
     * The portal has taken these tokens.
     */
    synchronized void accepted(TokenPair pair) {
        accepted |= pair == current;
    }

    /**
     * Whether an answer calls for other tokens. A portal that refuses tokens that have just been refreshed will not be
     * won over by refreshing them again.
     *
     * @param code the portal's error code
     */
    synchronized boolean isStale(TokenPair pair, String code) {
        boolean expired = "expired_token".equalsIgnoreCase(code);
        if (!expired && !"invalid_token".equalsIgnoreCase(code)) {
            return false;
        }
        return pair != current || !refreshed || accepted
                || nanoTime.getAsLong() - since > (expired ? TOO_SOON : VERDICT_IS_KEPT);
    }

    /**
     * Gives other tokens instead of stale ones. Whoever comes while they are being refreshed waits for the outcome;
     * whoever comes later gets it at once.
     *
     * @param  atMost        how long to wait while others refresh, or {@code null} for as long as it takes
     * @throws RestException if there are no others, or not now
     */
    TokenPair renew(TokenPair stale, Duration atMost) throws RestException {
        CompletableFuture<TokenPair> outcome;
        boolean mine = false;
        synchronized (this) {
            if (!stale.holdsTokensOf(current)) {
                return current;
            }
            if (underWay == null) {
                underWay = new CompletableFuture<>();
                mine = true;
            }
            outcome = underWay;
        }
        if (mine) {
            rotate(stale, outcome);
        }
        return await(outcome, atMost);
    }

    /**
     * How often tokens were refreshed here.
     */
    long refreshes() {
        return rotation.refreshes();
    }

    /**
     * How often other tokens took the place of those before, whoever refreshed or authorised them.
     */
    synchronized long changes() {
        return changes;
    }

    /**
     * Takes all secrets out of a text that somebody else wrote.
     */
    synchronized String redact(String text) {
        String redacted = credentials.redact(text);
        for (TokenPair pair : new TokenPair[] { current, previous }) {
            redacted = pair == null ? redacted : pair.redact(redacted);
        }
        return rotation.redact(redacted);
    }

    private void rotate(TokenPair stale, CompletableFuture<TokenPair> outcome) {
        try {
            long before = rotation.refreshes();
            TokenPair next = recentlyRefused() == null ? rotation.next(stale) : rotation.stored(stale, refusal);
            finish(next, rotation.refreshes() != before, null);
            outcome.complete(next);
        } catch (RestException e) {
            finish(null, false, e);
            outcome.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            finish(null, false, null);
            outcome.completeExceptionally(e);
        }
    }

    private synchronized RestException recentlyRefused() {
        if (refusal != null
                && nanoTime.getAsLong() - refusedAt > (refusal.kind().isTransient() ? BREATHER : TOO_SOON)) {
            refusal = null;
        }
        return refusal;
    }

    private synchronized void finish(TokenPair pair, boolean fresh, RestException failure) {
        underWay = null;
        if (pair != null) {
            refusal = null;
        } else if (refusal == null && failure != null) {
            refusal = failure;
            refusedAt = nanoTime.getAsLong();
        }
        if (pair != null && pair != current) {
            previous = current;
            current = pair;
            changes++;
            refreshed = fresh;
            accepted = false;
            since = nanoTime.getAsLong();
        }
    }

    private static TokenPair await(CompletableFuture<TokenPair> outcome, Duration atMost) throws RestException {
        try {
            return atMost == null ? outcome.get() : outcome.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw RestException.noAnswer(TokenRequest.NAME, "the tokens were not refreshed in time", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RestException.noAnswer(TokenRequest.NAME, "interrupted while the tokens were refreshed", null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RestException failure) {
                // one for each caller: exceptions are not shared between threads
                throw failure.because(null);
            }
            throw new IllegalStateException("the tokens could not be refreshed", e.getCause());
        }
    }
}

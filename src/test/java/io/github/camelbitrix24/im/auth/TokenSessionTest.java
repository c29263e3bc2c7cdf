package io.github.camelbitrix24.im.auth;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.FormTransport;
import io.github.camelbitrix24.im.rest.HttpAnswer;
import io.github.camelbitrix24.im.rest.RestException;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TokenSessionTest {

    private final AtomicLong now = new AtomicLong();
    private final Deque<HttpAnswer> answers = new ArrayDeque<>();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch mayAnswer = new CountDownLatch(1);
    private final FormTransport server = this::answer;
    private Runnable meanwhile = () -> {
    };
    private final OAuthCredentials credentials
            = OAuthCredentials.of("https://acme.example").client("client", "secret").tokens("a0", "r0").build();
    private final TokenSession session = new TokenSession(
            credentials, address -> server, now::get, this::pause);

    private HttpAnswer answer(String path, Map<String, String> form) throws IOException {
        requests.add(form);
        asked.countDown();
        try {
            mayAnswer.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return answers.size() > 1 ? answers.poll() : answers.peek();
    }

    private static HttpAnswer answer(int status, String json) {
        return new HttpAnswer(status, json.getBytes(StandardCharsets.UTF_8), null);
    }

    private static HttpAnswer pair(int number) {
        return answer(200, "{\"access_token\":\"a%s\",\"refresh_token\":\"r%s\"}".formatted(number, number));
    }

    private boolean pause(Duration pause) {
        now.addAndGet(pause.toNanos());
        meanwhile.run();
        return true;
    }

    private void answers(HttpAnswer... all) {
        answers.clear();
        answers.addAll(List.of(all));
        mayAnswer.countDown();
    }

    private RestException refused(TokenPair stale) {
        return assertThrows(RestException.class, () -> session.renew(stale, null));
    }

    @Test
    void whoWaitsGetsTheSameFailureWithoutAskingAgain() throws Exception {
        TokenPair stale = session.current(null);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        List<CompletableFuture<RestException>> all = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> refused(stale), pool)).toList();
        asked.await();
        answers(answer(503, ""));
        List<RestException> failures = all.stream().map(CompletableFuture::join).toList();
        pool.shutdown();
        assertTrue(failures.stream().allMatch(failure -> failure.kind() == FailureKind.UNAVAILABLE));
        assertNotSame(failures.get(0), failures.get(1));
        assertEquals(2, requests.size());
    }

    @Test
    void anOlderPairIsAnsweredWithTheCurrentOne() throws Exception {
        answers(pair(1), pair(2));
        TokenPair first = session.current(null);
        TokenPair second = session.renew(first, null);
        assertEquals("a1", second.accessToken());
        assertSame(second, session.renew(first, null));
        assertTrue(session.isStale(first, "EXPIRED_TOKEN"));
        assertEquals("r2", session.renew(second, null).refreshToken());
        assertEquals(List.of("r0", "r1"), requests.stream().map(form -> form.get("refresh_token")).toList());
        assertEquals(2, session.refreshes());
    }

    @Test
    void tokensThatWereNeverTakenAreNotRefreshedAllTheTime() throws Exception {
        answers(pair(1));
        assertTrue(session.isStale(session.current(null), "invalid_token"));
        TokenPair fresh = session.renew(session.current(null), null);
        assertFalse(session.isStale(fresh, "invalid_token"));
        assertFalse(session.isStale(fresh, "expired_token"));
        now.addAndGet(Duration.ofMinutes(2).toNanos());
        assertTrue(session.isStale(fresh, "expired_token"));
        assertFalse(session.isStale(fresh, "invalid_token"));
        now.addAndGet(Duration.ofHours(1).toNanos());
        assertTrue(session.isStale(fresh, "invalid_token"));
    }

    @Test
    void tokensThatWereTakenMayBecomeStaleAtAnyTime() throws Exception {
        answers(pair(1));
        TokenPair fresh = session.renew(session.current(null), null);
        session.accepted(fresh);
        assertTrue(session.isStale(fresh, "invalid_token"));
        assertTrue(session.isStale(fresh, "expired_token"));
        assertFalse(session.isStale(fresh, "CONNECTION_ERROR"));
        assertFalse(session.isStale(fresh, null));
    }

    @Test
    void aRefusalIsRememberedForAMinute() throws Exception {
        answers(answer(400, "{\"error\":\"invalid_grant\"}"));
        TokenPair stale = session.current(null);
        assertEquals("invalid_grant", refused(stale).code());
        now.addAndGet(Duration.ofSeconds(59).toNanos());
        assertEquals("invalid_grant", refused(stale).code());
        assertEquals(1, requests.size());
        now.addAndGet(Duration.ofSeconds(2).toNanos());
        answers(pair(1));
        assertEquals("a1", session.renew(stale, null).accessToken());
    }

    @Test
    void whatSomebodyHasStoredIsTakenAtOnceAfterARefusal() throws Exception {
        answers(answer(400, "{\"error\":\"invalid_grant\"}"));
        TokenPair stale = session.current(null);
        refused(stale);
        TokenPair authorised = new TokenPair("a9", "r9", "client", "https://acme.example", null, null);
        assertTrue(credentials.store().replace(null, authorised));
        assertSame(authorised, session.renew(stale, null));
        assertEquals(1, requests.size());
    }

    @Test
    void whatAnotherNodeIsAboutToStoreIsWaitedFor() throws Exception {
        List<TokenPair> stored = new CopyOnWriteArrayList<>();
        OAuthCredentials shared = OAuthCredentials.of("https://acme.example").client("client", "secret").tokens("a0", "r0")
                .store(new TokenStore() {
                    @Override
                    public TokenPair load() {
                        return stored.isEmpty() ? null : stored.get(0);
                    }

                    @Override
                    public boolean replace(TokenPair expected, TokenPair next) {
                        return false;
                    }
                }).build();
        TokenSession second = new TokenSession(shared, address -> server, now::get, this::pause);
        answers(answer(400, "{\"error\":\"invalid_grant\"}"));
        TokenPair others = new TokenPair("a1", "r1", "client", "https://acme.example", null, null);
        meanwhile = () -> {
            if (now.get() > Duration.ofSeconds(1).toNanos()) {
                stored.add(others);
            }
        };

        assertSame(others, second.renew(second.current(null), null));
        assertEquals(1, requests.size());
    }

    @Test
    void allTokensAreTakenOutOfForeignTexts() throws Exception {
        answers(pair(1), pair(2));
        session.renew(session.renew(session.current(null), null), null);
        assertEquals("xxxxxx ".repeat(7), session.redact("a0 r0 a1 r1 a2 r2 secret "));
    }

    @Test
    void whoWaitsForOthersRefreshWaitsForHisTimeOnly() throws Exception {
        TokenPair stale = session.current(null);
        CompletableFuture<TokenPair> refresh = CompletableFuture.supplyAsync(() -> {
            try {
                return session.renew(stale, null);
            } catch (RestException e) {
                throw new IllegalStateException(e);
            }
        });
        asked.await();
        assertEquals(FailureKind.UNAVAILABLE,
                assertThrows(RestException.class, () -> session.renew(stale, Duration.ofMillis(20))).kind());
        answers(pair(1));
        assertEquals("a1", refresh.join().accessToken());
    }

    @Test
    void aRefreshThatTookTooLongIsNotRepeatedAtOnce() throws Exception {
        AtomicLong refreshes = new AtomicLong();
        TokenSession slow = new TokenSession(credentials, address -> (path, form) -> {
            refreshes.incrementAndGet();
            throw new SocketTimeoutException();
        }, now::get, this::pause);
        assertThrows(RestException.class, () -> slow.renew(slow.current(null), null));
        assertEquals(1, refreshes.get());
    }

    @Test
    void whatTheAuthorisationServerRefusesIsNotBlamedOnThePortal() throws Exception {
        TokenPair stale = session.current(null);
        for (HttpAnswer refusal : List.of(answer(400, "{\"error\":\"invalid_request\"}"), answer(500, "{\"error\":\"\"}"),
                answer(502, "<html>"), new HttpAnswer(302, new byte[0], "https://elsewhere.example/"))) {
            answers(refusal);
            RestException failure = refused(stale);
            String said = failure.getMessage() + failure.advice();
            assertTrue(said.contains("authorisation server"), said);
            assertFalse(said.contains("portalUrl") || said.contains("The portal cannot"), said);
            now.addAndGet(Duration.ofMinutes(2).toNanos());
        }
    }

    @Test
    void storedTokensOfThePortalInAnotherSpellingAreItsOwn() throws Exception {
        for (String url : List.of("https://acme.example", "https://ACME.example.:443", "https://acme.example:443/rest/")) {
            assertTrue(credentials.own(new TokenPair("a", "r", "client", url, null, null)), url);
        }
        for (String url : List.of("https://acme.example:8443", "http://acme.example", "https://acme.example.evil.example",
                "x y")) {
            assertFalse(credentials.own(new TokenPair("a", "r", "client", url, null, null)), url);
        }
        OAuthCredentials zeros
                = OAuthCredentials.of("https://acme.example").client("c", "s").tokens("a", "r").user("007").build();
        assertEquals("7", zeros.user());
        assertEquals("7", zeros.userId());
    }
}

package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What may happen to a call instead of, or on top of, the usual answer; handed to
 * {@link PortalEmulator#fail(String, Fault, int)}. A fault is a value: the same one may be planned often and anywhere.
 */
public sealed interface Fault {

    /** The call goes through; for the pauses between faults. */
    record None() implements Fault {
    }

    /** An answer of the web server or a proxy in front of the portal; the call is not executed. */
    record Fixed(int status, Map<String, String> headers, String body) implements Fault {
    }

    /** An error of the REST server; with status 0 and no description it is looked up in the error table. */
    record RestError(String code, String description, int status) implements Fault {
    }

    /** The call is executed, the answer breaks off halfway. An acknowledgement in it did take effect. */
    record CutBody() implements Fault {
    }

    /**
     * The call is executed, and the answer's head tells a length that differs by so many bytes from that of its body.
     */
    record WrongLength(long difference) implements Fault {
    }

    /** The connection is closed without an answer, before or after the call is executed. */
    record Dropped(boolean executed) implements Fault {
    }

    /** The connection is reset, before or after the call is executed. */
    record Reset(boolean executed) implements Fault {
    }

    /** The call is executed at once, the answer takes its time. */
    record Slow(Duration duration) implements Fault {
    }

    /** The call is held, not yet executed, until it is released. */
    record Hang(CountDownLatch latch) implements Fault {

        public void release() {
            latch.countDown();
        }
    }

    /**
     * The call stalls halfway until it is released: the template id of what it posts counts as under way for up to an
     * hour, and the same post again is refused meanwhile.
     */
    record Stalled(CountDownLatch begun, CountDownLatch latch) implements Fault {

        /** Waits until a call stalls. */
        public void await(Duration atMost) throws InterruptedException {
            if (!begun.await(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new AssertionError("No call has come within " + atMost);
            }
        }

        public void release() {
            latch.countDown();
        }
    }

    /** The call is executed, and blanks swell its answer to a size. */
    record Oversized(long bytes) implements Fault {
    }

    /** The call is executed, and its answer comes in chunks of so many bytes, with a pause before each. */
    record Chunked(int bytes, Duration pause) implements Fault {
    }

    /** The call is executed, and its answer is compressed, whether the caller has asked for it or not. */
    record Gzipped() implements Fault {
    }

    /** The call is executed, and in its answer a regular expression is replaced. */
    record Rewritten(String pattern, String replacement) implements Fault {
    }

    static Fault none() {
        return new None();
    }

    static Fault html(int status) {
        return new Fixed(status, Map.of("Content-Type", "text/html"), String.format(Locale.ROOT, """
                <html>
                <head><title>%1$d</title></head>
                <body><center><h1>%1$d</h1></center><hr><center>nginx</center></body>
                </html>
                """, status));
    }

    static Fault loginForm() {
        return new Fixed(200, Map.of("Content-Type", "text/html; charset=UTF-8"), """
                <!DOCTYPE html><html><head><title>Authorization</title></head><body>
                <form name="form_auth" method="post" action="/auth/?login=yes"><input name="USER_LOGIN">
                <input type="password" name="USER_PASSWORD"></form></body></html>
                """);
    }

    static Fault empty(int status) {
        return new Fixed(status, Map.of("Content-Type", "text/html; charset=UTF-8"), "");
    }

    static Fault garbage() {
        return new Fixed(200, Map.of("Content-Type", "application/json; charset=utf-8"), "\u0000\u0001}{\uFFFD\"result\":[,,");
    }

    /** Any answer at all. */
    static Fault answer(int status, String contentType, String body) {
        return new Fixed(status, Map.of("Content-Type", contentType), body);
    }

    /** A location without a path gets the path of the call, as after a change of the portal's domain. */
    static Fault redirect(int status, String location) {
        return new Fixed(status, Map.of("Content-Type", "text/html", "Location", location), "");
    }

    /** An error that the portal is known for; its text and its status come from the error table. */
    static Fault error(String code) {
        KnownError.find(code).orElseThrow(() -> new IllegalArgumentException("The error table does not know " + code));
        return new RestError(code, null, 0);
    }

    static Fault error(String code, String description, int status) {
        return new RestError(code, description, status);
    }

    static Fault cutBody() {
        return new CutBody();
    }

    /** The head of the answer announces so many bytes more, or fewer if negative, than its body has. */
    static Fault wrongLength(long difference) {
        return new WrongLength(difference);
    }

    /** What is answered to whoever comes to a link that is no longer good. */
    static Fault expiredLink() {
        return new RestError("ACCESS_DENIED", FileLinks.REFUSED, 403);
    }

    static Fault dropped() {
        return new Dropped(false);
    }

    static Fault droppedAfterActing() {
        return new Dropped(true);
    }

    static Fault reset() {
        return new Reset(false);
    }

    static Fault resetAfterActing() {
        return new Reset(true);
    }

    static Fault slow(Duration duration) {
        return new Slow(duration);
    }

    static Hang hang() {
        return new Hang(new CountDownLatch(1));
    }

    static Stalled stalled() {
        return new Stalled(new CountDownLatch(1), new CountDownLatch(1));
    }

    static Fault oversized(long bytes) {
        return new Oversized(bytes);
    }

    /** The answer comes in chunks of 1 KB, without {@code Content-Length}. */
    static Fault chunked() {
        return new Chunked(1024, Duration.ZERO);
    }

    /** The answer drips: so many bytes, a pause, so many bytes. */
    static Fault trickling(int bytes, Duration pause) {
        return new Chunked(bytes, pause);
    }

    static Fault gzipped() {
        return new Gzipped();
    }

    static Fault nullNextOffset() {
        return new Rewritten("\"nextOffset\":-?[0-9]+", "\"nextOffset\":null");
    }

    static Fault rewritten(String pattern, String replacement) {
        return new Rewritten(pattern, replacement);
    }
}

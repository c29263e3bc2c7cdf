package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collection;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * A call that failed: at the portal, on the way, or because its answer cannot be read. Messages name the method and the
 * portal's code, never a URL, and are one line whatever the portal wrote.
 */
public final class RestException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Portals and libraries quote addresses in their texts. */
    private static final Pattern URL = Pattern.compile("(?i)https?://(?:[^/?#@\\s\"'<>]*@)?([^/?#\\s\"'<>]+)[^\\s\"'<>]*");

    private final FailureKind kind;
    private final String method;
    private final String code;
    private final String description;
    private final int status;
    private final String advice;
    private final Duration retryAfter;
    private final Obstacle obstacle;

    private RestException(FailureKind kind, String method, String code, String description, int status, Throwable cause,
                          String advice, Duration retryAfter) {
        this(kind, method, code, description, status, cause, advice, retryAfter, null);
    }

    private RestException(FailureKind kind, String method, String code, String description, int status, Throwable cause,
                          String advice, Duration retryAfter, Obstacle obstacle) {
        super(describe(method, shown(code), shown(description), status), cause);
        this.obstacle = obstacle;
        this.kind = kind;
        this.method = method;
        this.code = shown(code);
        this.description = shown(description);
        this.status = status;
        this.advice = advice;
        this.retryAfter = retryAfter;
    }

    /**
     * The server has answered with an error of its own.
     *
     * @param kind what its code and status mean
     * @param code its error code, which may be empty
     */
    public static RestException refused(FailureKind kind, String method, String code, String description, int status) {
        return new RestException(kind, method, code, description, status, null, null, null);
    }

    /**
     * There is an answer, or what is kept here in place of one, and it is of no use.
     *
     * @param status the HTTP status, or 0 if it did not come from a server
     * @param advice what a person can do about it, as a sentence; {@code null} for what is usual for the kind and
     *               status
     */
    public static RestException unusable(FailureKind kind, String method, String description, int status, String advice) {
        return new RestException(kind, method, null, description, status, null, advice, null);
    }

    /**
     * No answer came. Of the cause nothing is kept that could hold an address.
     *
     * @param cause why, or {@code null}
     */
    public static RestException noAnswer(String method, String description, IOException cause) {
        return new RestException(
                FailureKind.UNAVAILABLE, method, null, description, 0, telling(cause), null, null,
                cause == null ? null : Obstacle.of(cause));
    }

    /** The parameters cannot be written as JSON. */
    static RestException unwritable(String method, JsonProcessingException cause) {
        return new RestException(
                FailureKind.BAD_REQUEST, method, null, "the parameters cannot be written as JSON", 0, cause, null, null);
    }

    /** What was to be sent cannot be read, so the portal has not seen all of it. */
    static RestException unreadable(String method, UnreadableContentException cause) {
        return new RestException(
                FailureKind.BAD_REQUEST, method, null, cause.getMessage(), 0, null,
                "Leave the file as it is until it is sent, and see that the application may read it.", null);
    }

    static RestException oversized(String method, OversizedAnswerException cause) {
        return new RestException(FailureKind.MALFORMED, method, null, cause.getMessage(), 0, cause, null, null);
    }

    private static IOException telling(IOException cause) {
        if (cause instanceof NotSentException) {
            return cause;
        }
        return cause instanceof SocketTimeoutException ? new SocketTimeoutException("no answer in time") : null;
    }

    /**
     * The same failure, for another caller or from another cause.
     */
    public RestException because(Throwable cause) {
        return new RestException(kind, method, code, description, status, cause, advice, retryAfter, obstacle);
    }

    /**
     * The same failure, with what a person can do about it in place of what is usual for the kind and code.
     */
    public RestException advising(String sentence) {
        return new RestException(kind, method, code, description, status, getCause(), sentence, retryAfter, obstacle);
    }

    /** The same failure without secrets, that is refused for so long. */
    RestException redacted(UnaryOperator<String> redaction, Duration refusedFor) {
        return new RestException(
                kind, method, redaction.apply(code), redaction.apply(description), status, null, advice, refusedFor, obstacle);
    }

    public FailureKind kind() {
        return kind;
    }

    public String method() {
        return method;
    }

    /**
     * The portal's error code, or {@code null} when the failure is not the portal's own.
     */
    public String code() {
        return code;
    }

    /** Whether the portal's error code is one of these, in whichever case it comes. */
    public boolean hasCode(Collection<String> codes) {
        return code != null && codes.stream().anyMatch(code::equalsIgnoreCase);
    }

    public String description() {
        return description;
    }

    /**
     * The HTTP status, or 0 when there was no answer.
     */
    public int status() {
        return status;
    }

    /**
     * What stood in the way where no answer came, or {@code null} if that is not known.
     */
    public Obstacle obstacle() {
        return obstacle;
    }

    /**
     * Whether the portal certainly did not see the call.
     */
    public boolean isNotSent() {
        return getCause() instanceof NotSentException;
    }

    /**
     * Whether less might have succeeded: the answer was larger than is accepted, or took longer.
     */
    public boolean isTooMuch() {
        return getCause() instanceof OversizedAnswerException || getCause() instanceof SocketTimeoutException;
    }

    /**
     * How long the portal will refuse the same call, counted from this failure, or {@code null} if it is not known. It
     * is known when the method has used up its operating time and an answer before has told when that is reset.
     */
    public Duration retryAfter() {
        return retryAfter;
    }

    /**
     * What a person can do about it, as a sentence.
     */
    public String advice() {
        if (getCause() instanceof OversizedAnswerException) {
            return "Raise the option maxResponseSize.";
        }
        return advice != null ? advice : FailureTable.advice(kind, method, code, status);
    }

    /**
     * What failed and what a person can do about it, in whole sentences.
     */
    public String explanation() {
        return getMessage() + ". " + advice();
    }

    /** On one line: whoever can make the portal say something must not write lines of a log. */
    private static String shown(String text) {
        return text == null ? null : PrintableText.of(URL.matcher(text).replaceAll("$1"));
    }

    private static String describe(String method, String code, String description, int status) {
        StringBuilder text = new StringBuilder(method).append(" failed: ");
        if (code != null) {
            text.append(code.isEmpty() ? "(empty error code)" : code).append(" - ");
        }
        text.append(description);
        if (status > 0) {
            text.append(" (HTTP ").append(status).append(')');
        }
        return text.toString();
    }
}

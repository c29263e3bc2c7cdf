package io.github.camelbitrix24.im.rest;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * A call that failed: at the portal, on the way, or because its answer cannot be read. Messages name the method and the
 * portal's code, never a URL.
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
    private final Duration retryAfter;

    public RestException(FailureKind kind, String method, String code, String description, int status, Throwable cause) {
        this(kind, method, code, description, status, cause, null);
    }

    RestException(FailureKind kind, String method, String code, String description, int status, Throwable cause,
                  Duration retryAfter) {
        super(describe(method, code, withHostsForUrls(description), status), cause);
        this.kind = kind;
        this.method = method;
        this.code = code;
        this.description = withHostsForUrls(description);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    public FailureKind kind() {
        return kind;
    }

    public String method() {
        return method;
    }

    /**
     * The portal's error code as it sent it, or {@code null} when the failure is not the portal's own.
     */
    public String code() {
        return code;
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
        return getCause() instanceof OversizedAnswerException
                ? "Raise the option maxResponseSize." : FailureTable.advice(kind, code, status);
    }

    private static String withHostsForUrls(String text) {
        return text == null ? null : URL.matcher(text).replaceAll("$1");
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

package io.github.camelbitrix24.im;

import java.time.Duration;

import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.CamelException;
import org.apache.camel.spi.HttpResponseAware;

/**
 * A call to the portal that failed. Its subclasses tell apart what a route would treat differently; its message names
 * the method, the portal's code and what to do, and never holds a URL or a secret.
 */
public class Bitrix24ImException extends CamelException implements HttpResponseAware {

    private static final long serialVersionUID = 1L;

    private final FailureKind kind;
    private final String method;
    private final String code;
    private final Duration retryAfter;
    private int status;
    private String statusText;

    Bitrix24ImException(RestException failure) {
        super(failure.explanation());
        this.kind = failure.kind();
        this.method = failure.method();
        this.retryAfter = failure.retryAfter();
        this.code = failure.code();
        this.status = failure.status();
        this.statusText = failure.description();
    }

    static Bitrix24ImException of(RestException failure) {
        return switch (failure.kind()) {
            case THROTTLED -> new Bitrix24ImThrottledException(failure);
            case BLOCKED -> new Bitrix24ImBlockedException(failure);
            case NOT_AUTHORISED -> new Bitrix24ImNotAuthorisedException(failure);
            case NOT_PERMITTED -> new Bitrix24ImNotPermittedException(failure);
            case BAD_REQUEST -> new Bitrix24ImBadRequestException(failure);
            case UNAVAILABLE -> new Bitrix24ImUnavailableException(failure);
            case MALFORMED -> new Bitrix24ImMalformedAnswerException(failure);
        };
    }

    /**
     * The portal's error code as it sent it, e.g. {@code INVALID_CREDENTIALS}; {@code null} when the failure is not the
     * portal's own, such as a broken connection.
     */
    public String getCode() {
        return code;
    }

    /**
     * What the portal says about it, or what went wrong on the way. Do not branch on it: the portal translates it.
     */
    public String getDescription() {
        return statusText;
    }

    /**
     * The HTTP status, or 0 when there was no answer.
     */
    public int getStatus() {
        return status;
    }

    /**
     * The REST method that was called.
     */
    public String getMethod() {
        return method;
    }

    /**
     * Whether the same call can succeed later without anybody changing anything.
     */
    public boolean isRetryable() {
        return kind.isTransient();
    }

    /**
     * How long the portal will refuse the same call, counted from this failure, or {@code null} if it is not known. It
     * is known when a method has used up its operating time and an answer before has told when that is reset.
     */
    public Duration getRetryAfter() {
        return retryAfter;
    }

    @Override
    public int getHttpResponseCode() {
        return status;
    }

    @Override
    public void setHttpResponseCode(int code) {
        this.status = code;
    }

    @Override
    public String getHttpResponseStatus() {
        return statusText;
    }

    @Override
    public void setHttpResponseStatus(String status) {
        this.statusText = status;
    }

    FailureKind kind() {
        return kind;
    }
}

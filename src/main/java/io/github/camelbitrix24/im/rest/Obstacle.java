package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.function.Predicate;
import java.util.stream.Stream;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.impl.TunnelRefusedException;

/**
 * What stood in the way of a call that got no answer.
 */
public enum Obstacle {

    /** The time that its caller allowed was over before the call could be made. */
    NO_TIME(cause -> cause instanceof NoTimeLeftException),
    /** A proxy did not let the call through. */
    PROXY(cause -> cause instanceof TunnelRefusedException),
    /** The certificate of the other side has run out, or is not valid yet, by the clock of this machine. */
    CERTIFICATE_DATE(cause -> cause instanceof CertificateExpiredException || cause instanceof CertificateNotYetValidException),
    /** The certificate of the other side is not trusted, or is another host's. */
    CERTIFICATE(cause -> cause instanceof CertificateException || cause instanceof CertPathValidatorException
            || cause instanceof SSLPeerUnverifiedException),
    /** The other side does not speak TLS, or none that both know. */
    TLS(cause -> cause instanceof SSLException),
    /** The other side takes connections, and does not answer to TLS. */
    TLS_TIMEOUT(Obstacle::isOfHandshake),
    /** There is no host of this name. */
    HOST_NAME(cause -> cause instanceof UnknownHostException),
    /** Nobody takes connections there in time. */
    CONNECT_TIMEOUT(cause -> cause instanceof ConnectTimeoutException),
    /** Nobody takes connections there. */
    REFUSED(cause -> cause instanceof ConnectException || cause instanceof NoRouteToHostException),
    /** No answer came in time. */
    TIMEOUT(cause -> cause instanceof SocketTimeoutException),
    /** The connection ended without an answer, or something else went wrong on the way. */
    OTHER(cause -> true);

    private final Predicate<Throwable> causes;

    Obstacle(Predicate<Throwable> causes) {
        this.causes = causes;
    }

    /** While a connection is made nothing else is read than what TLS needs. */
    private static boolean isOfHandshake(Throwable cause) {
        return cause instanceof ConnectTimeoutException && String.valueOf(cause.getMessage()).contains("Read timed out");
    }

    static Obstacle of(IOException failure) {
        return Stream.of(values()).filter(obstacle -> obstacle.isBehind(failure)).findFirst().orElse(OTHER);
    }

    /** A tunnel that was refused, say, is wrapped in an error that says less. */
    private boolean isBehind(IOException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause).limit(20).anyMatch(causes);
    }
}

package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.time.Duration;

/**
 * Carries one POST to one address and brings back whatever came, without judging it.
 */
public interface RestTransport {

    /**
     * Posts JSON. Follows no redirect, keeps no cookie and repeats nothing.
     *
     * @param  path            the path on the portal, credentials included; it must not be logged
     * @param  body            what is posted
     * @param  responseTimeout within which all of the call must be over, or {@code null} for the configured times
     * @throws IOException     when no complete answer came. Unless it is one of those that say otherwise, nothing is
     *                         known of what the portal did.
     */
    HttpAnswer post(String path, RequestBody body, Duration responseTimeout) throws IOException;

    /**
     * Gets what may be large. Follows no redirect, keeps no cookie and repeats nothing. It may take as long as it
     * takes, unless it is silent for the configured time, or drips.
     *
     * @param  target      path and query on the portal, credentials included; they must not be logged
     * @param  answered    is run as soon as the portal answers, before the content is read
     * @throws IOException when the content has not come, or not to its end
     */
    default <T> T get(String target, Runnable answered, FileReader<T> reader) throws IOException, RestException {
        throw new UnsupportedOperationException("this transport fetches no files");
    }
}

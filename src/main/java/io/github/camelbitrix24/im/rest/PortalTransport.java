package io.github.camelbitrix24.im.rest;

import java.io.IOException;

/**
 * Carries requests to one portal, wherever that is, and brings back whatever came, without judging it.
 */
public interface PortalTransport {

    /**
     * Posts a request.
     *
     * @throws IOException when no complete answer came: nothing is known of what the portal did
     */
    HttpAnswer post(RestRequest request) throws IOException;

    /**
     * Gets the file of a link that the portal has given, which is followed to the portal itself only.
     *
     * @param  link        it must not be logged
     * @param  answered    is run as soon as the portal answers, before the content is read
     * @throws IOException when the file has not come, or not to its end
     */
    default <T> T get(String link, Runnable answered, FileReader<T> reader) throws IOException, RestException {
        throw new UnsupportedOperationException("this transport fetches no files");
    }

    /**
     * The caller begins: from now on connections are kept for it between its calls. Calls may be made without.
     */
    default void begin() {
    }

    /**
     * The caller ends: what nobody else uses is closed.
     */
    default void end() {
    }
}

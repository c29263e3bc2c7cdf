package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.util.Map;

/**
 * Carries one form to one authorisation server and brings back whatever came, without judging it.
 */
public interface FormTransport {

    /**
     * Posts a form. Follows no redirect, keeps no cookie and repeats nothing.
     *
     * @param  path        the path on the server, without secrets
     * @param  fields      the form's fields, which must not be logged
     * @throws IOException when no complete answer came: nothing is known of what the server did
     */
    HttpAnswer postForm(String path, Map<String, String> fields) throws IOException;
}

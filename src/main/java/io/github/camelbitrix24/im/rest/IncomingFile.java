package io.github.camelbitrix24.im.rest;

import java.io.InputStream;

/**
 * What comes at the end of a link, while it comes.
 *
 * @param status      the HTTP status
 * @param location    where a redirect points to, or {@code null}; it may hold a secret
 * @param contentType of the content, or {@code null}
 * @param disposition the header that tells the file's name, or {@code null}
 * @param length      how many bytes were announced, or a negative number
 * @param content     the bytes; fewer than were announced end in an {@link java.io.IOException}
 */
public record IncomingFile(
        int status, String location, String contentType, String disposition, long length, InputStream content) {

    IncomingFile with(InputStream other) {
        return new IncomingFile(status, location, contentType, disposition, length, other);
    }

    @Override
    public String toString() {
        return "HTTP " + status + ", " + contentType;
    }
}

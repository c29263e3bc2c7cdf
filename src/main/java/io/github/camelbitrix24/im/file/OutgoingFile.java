package io.github.camelbitrix24.im.file;

import io.github.camelbitrix24.im.rest.FileContent;

/**
 * A file that is to be posted.
 *
 * @param name a name, never a path
 */
public record OutgoingFile(String name, FileContent content) {
}

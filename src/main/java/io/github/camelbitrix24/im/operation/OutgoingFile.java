package io.github.camelbitrix24.im.operation;

import io.github.camelbitrix24.im.rest.FileContent;

/**
 * A file that is to be posted.
 *
 * @param name a name, never a path
 */
record OutgoingFile(String name, FileContent content) {
}

package io.github.camelbitrix24.im.operation;

import java.util.List;

import io.github.camelbitrix24.im.file.OutgoingFile;

/**
 * Files that are to be posted as one message, or as one message each where the portal takes no more.
 *
 * @param caption    the text of the message, or {@code null}
 * @param templateId a UUID of version 4 in lower case: there is no second message of the same
 */
record FilePost(String dialogId, List<OutgoingFile> files, String caption, String templateId) {
}

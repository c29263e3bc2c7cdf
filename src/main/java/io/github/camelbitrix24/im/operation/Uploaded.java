package io.github.camelbitrix24.im.operation;

import java.util.List;

/**
 * Files that were posted.
 *
 * @param messageId of their message, or of the last one
 * @param fileIds   in the order in which they were given
 */
record Uploaded(long messageId, List<Long> fileIds) {

    /** As a header: a number, or of several files a list of them. */
    Object fileIdHeader() {
        return fileIds.size() == 1 ? fileIds.get(0) : fileIds;
    }
}

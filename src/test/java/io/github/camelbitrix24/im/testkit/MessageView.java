package io.github.camelbitrix24.im.testkit;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A message as people see it.
 *
 * @param authorId  0 of a system message
 * @param edited    whether it says something else than at first
 * @param deleted   whether only a note is left of it
 * @param replyTo   null if it answers none
 * @param forwarded whether somebody passed it on
 * @param keyboard  its buttons, as events have them
 * @param menu      the items of its menu
 * @param attach    its attachment, a list of one or none
 * @param reactions by user
 * @param viewed    by how many others it was read
 */
public record MessageView(
        long id, Instant at, long authorId, String text, boolean edited, boolean deleted, Long replyTo, boolean forwarded,
        List<Object> keyboard, List<Object> menu, List<Object> attach, List<FileView> files, Map<Long, String> reactions,
        int viewed) {

    /** A file that a message shows; of one that the portal does not have, name and type are empty and the size is 0. */
    public record FileView(long id, String name, String contentType, long size) {
    }
}

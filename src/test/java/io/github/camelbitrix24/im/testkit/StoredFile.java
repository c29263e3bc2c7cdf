package io.github.camelbitrix24.im.testkit;

import java.time.Instant;

import io.github.camelbitrix24.im.testkit.http.Content;

/** A file on the portal, uploaded by a person or an application, whether or not a message shows it. */
public final class StoredFile {

    final EmulatedChat chat;
    final Content content;
    final Instant createdAt;
    private final long id;
    private final long authorId;
    private final String name;
    private final String contentType;

    /** @param chat null if the file is on its author's own drive */
    StoredFile(long id, EmulatedChat chat, long authorId, String name, String contentType, Content content, Instant at) {
        this.id = id;
        this.chat = chat;
        this.authorId = authorId;
        this.name = name;
        this.contentType = contentType;
        this.content = content;
        this.createdAt = at;
    }

    public long id() {
        return id;
    }

    /** Who uploaded it, or in whose name an application did. */
    public long authorId() {
        return authorId;
    }

    public String name() {
        return name;
    }

    public String contentType() {
        return contentType;
    }

    /** In bytes. */
    public long size() {
        return content.length();
    }

    /**
     * The group chat in whose folder it is, or the two people as in {@code 7:12}; empty if it is on a person's drive.
     */
    public String dialogId() {
        return chat == null ? "" : chat.isPrivate() ? chat.context() : chat.dialogId();
    }

    /** A copy, in memory. */
    public byte[] bytes() {
        return content.bytes();
    }

    @Override
    public String toString() {
        return "file " + id + " " + name + ", " + size() + " bytes";
    }
}

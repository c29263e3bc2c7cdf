package io.github.camelbitrix24.im.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;

import io.github.camelbitrix24.im.testkit.http.Content;

/** Where the portal keeps files: each chat has a folder, each person a drive. */
public final class EmulatedDisk {

    private static final long FIRST_ID = 4401;
    private static final long FOLDERS = 500;
    private static final long LARGEST = 100L << 20;

    long largest = LARGEST;
    final FileLinks links;
    private final PortalState portal;
    private final Map<Long, StoredFile> files = new TreeMap<>();
    private long nextId = FIRST_ID;
    private long quota = Long.MAX_VALUE;

    EmulatedDisk(PortalState portal) {
        this.portal = portal;
        this.links = new FileLinks(portal);
    }

    /** All files, the oldest first, with those that no message shows. */
    public List<StoredFile> files() {
        return portal.monitor.read(() -> List.copyOf(files.values()));
    }

    /** @throws NoSuchElementException if there is none */
    public StoredFile file(long id) {
        return portal.monitor.read(
                () -> find(id).orElseThrow(() -> new NoSuchElementException("There is no file " + id)));
    }

    /** Puts a file on a person's own drive, where no chat shows it. Returns its id. */
    public long keep(long userId, FileDraft file) {
        return portal.monitor.write(
                () -> add(null, portal.directory.user(userId).id, file.name, file.contentType, file.content).id());
    }

    /** From now on all files together may have so many bytes, and applications are refused what is too much. */
    public EmulatedDisk quota(long bytes) {
        return with(() -> quota = bytes);
    }

    /** How many bytes a file may have that comes as base64; 100 MB unless told otherwise. */
    public EmulatedDisk largestUpload(long bytes) {
        return with(() -> largest = bytes);
    }

    /** How long a link is good from when it is given; an hour unless told otherwise. */
    public EmulatedDisk linksLiveFor(Duration lifetime) {
        return with(() -> links.lifetime = lifetime);
    }

    /** No link that was given so far is good any more. */
    public EmulatedDisk expireLinks() {
        return with(links::expire);
    }

    Optional<StoredFile> find(long id) {
        return Optional.ofNullable(files.get(id));
    }

    boolean hasRoomFor(long bytes) {
        return files.values().stream().mapToLong(StoredFile::size).sum() + bytes <= quota;
    }

    boolean hasName(EmulatedChat chat, String name) {
        return files.values().stream().anyMatch(file -> file.chat == chat && file.name().equals(name));
    }

    StoredFile add(EmulatedChat chat, long authorId, String name, String contentType, Content content) {
        StoredFile file = new StoredFile(nextId++, chat, authorId, name, contentType, content, portal.clock.now());
        files.put(file.id(), file);
        return file;
    }

    static long folderOf(EmulatedChat chat) {
        return chat.id + FOLDERS;
    }

    Optional<EmulatedChat> chatOfFolder(long folderId) {
        return portal.messenger.byId(folderId - FOLDERS);
    }

    private EmulatedDisk with(Runnable change) {
        portal.monitor.run(change);
        return this;
    }
}

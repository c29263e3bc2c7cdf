package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.github.camelbitrix24.im.testkit.http.Base64Content;
import io.github.camelbitrix24.im.testkit.http.Content;
import io.github.camelbitrix24.im.testkit.http.LargeText;

/**
 * {@code disk.folder.uploadfile}: with the content as base64, or without, which is answered with a link to post a form
 * with the file to.
 */
record FolderUpload(PortalState portal) {

    Object call(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        long folderId = Php.integer(params.get("ID"));
        if (folderId <= 0) {
            throw RestFailure.of("ERROR_ARGUMENT", "Invalid value of parameter {Parameter #0}", 400);
        }
        boolean uniqueName = ControllerArguments.isYes(params.get("GENERATEUNIQUENAME"));
        EmulatedChat chat = folder(call.user(), folderId);
        List<?> sent = List.copyOf(Buttons.elements(params.get("FILECONTENT")));
        if (sent.isEmpty()) {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("field", "file");
            link.put("uploadUrl", portal.disk.links.toUpload(call.caller(), EmulatedDisk.folderOf(chat), uniqueName));
            return link;
        }
        String name = params.get("DATA") instanceof Map<?, ?> data ? Php.trimmed(String.valueOf(data.get("NAME"))) : "";
        if (name.isEmpty() || name.equals("null")) {
            throw RestFailure.of("DISK_BASE_SERVICE_22001");
        }
        Content content = decoded(sent.get(sent.size() - 1)).orElseThrow(() -> RestFailure.of("ERROR_COULD_NOT_SAVE_FILE"));
        return new FileFields(portal).ofDisk(call.caller(), store(call.user(), folderId, name, uniqueName, content));
    }

    /** Base64 as it came in a call; empty if it is none. */
    static Optional<Content> decoded(Object sent) {
        return sent instanceof LargeText large ? large.decoded()
                : sent instanceof String text ? Base64Content.of(text) : Optional.empty();
    }

    /**
     * @throws RestFailure if there is no such folder, it is not for this user, the name is taken, or the disk is full
     */
    StoredFile store(EmulatedUser user, long folderId, String name, boolean uniqueName, Content content) {
        EmulatedChat chat = folder(user, folderId);
        if (!portal.disk.hasRoomFor(content.length())) {
            throw RestFailure.of("ERROR_COULD_NOT_SAVE_FILE");
        }
        String free = name;
        for (int i = 1; portal.disk.hasName(chat, free); i++) {
            if (!uniqueName) {
                throw RestFailure.of("DISK_OBJ_22000");
            }
            free = numbered(name, i);
        }
        return portal.disk.add(chat, user.id, free, FileDraft.typeOf(free), content);
    }

    /** As the portal tells files of one name apart: {@code plan (1).pdf}. */
    static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name + " (" + number + ")" : name.substring(0, dot) + " (" + number + ")" + name.substring(dot);
    }

    private EmulatedChat folder(EmulatedUser user, long folderId) {
        EmulatedChat chat = portal.disk.chatOfFolder(folderId)
                .orElseThrow(() -> RestFailure.of("ERROR_NOT_FOUND", "Could not find entity with id `" + folderId + "`", 400));
        if (!new DialogAccess(portal).isIn(user, chat)) {
            throw DialogAccess.denied();
        }
        return chat;
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How files are written: for bots, for users, and by the drive. */
record FileFields(PortalState portal) {

    Map<String, Object> ofBot(StoredFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        String type = type(file);
        fields.put("id", file.id());
        fields.put("chatId", file.chat == null ? 0 : file.chat.id);
        fields.put("date", portal.clock.iso(file.createdAt));
        fields.put("type", type);
        fields.put("name", file.name());
        fields.put("extension", extension(file.name()));
        fields.put("size", file.size());
        fields.put("image", false);
        fields.put("authorId", file.authorId());
        fields.put("authorName", portal.directory.user(file.authorId()).name);
        fields.put("isTranscribable", false);
        fields.put("isVideoNote", false);
        fields.put("isVoiceNote", false);
        return fields;
    }

    /** The addresses are for somebody who is logged in, not for applications. */
    Map<String, Object> ofUser(StoredFile file) {
        Map<String, Object> fields = ofBot(file);
        String address = portal.address() + "/bitrix/services/main/ajax.php?action=disk.api.file.";
        fields.put("status", "done");
        fields.put("progress", 100);
        fields.put("urlPreview", "");
        fields.put("urlShow", address + "showImage&fileId=" + file.id());
        fields.put("urlDownload", address + "download&fileId=" + file.id());
        fields.put("viewerAttrs", null);
        fields.put("mediaUrl", null);
        return fields;
    }

    Map<String, Object> ofDisk(Caller caller, StoredFile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("ID", file.id());
        fields.put("NAME", file.name());
        fields.put("CODE", null);
        fields.put("STORAGE_ID", "5");
        fields.put("TYPE", "file");
        fields.put("PARENT_ID", file.chat == null ? "1" : Long.toString(EmulatedDisk.folderOf(file.chat)));
        fields.put("DELETED_TYPE", 0);
        fields.put("GLOBAL_CONTENT_VERSION", 1);
        fields.put("FILE_ID", file.id() + 90_000);
        fields.put("SIZE", Long.toString(file.size()));
        fields.put("CREATE_TIME", portal.clock.iso(file.createdAt));
        fields.put("UPDATE_TIME", portal.clock.iso(file.createdAt));
        fields.put("DELETE_TIME", null);
        fields.put("CREATED_BY", Long.toString(file.authorId()));
        fields.put("UPDATED_BY", Long.toString(file.authorId()));
        fields.put("DELETED_BY", null);
        fields.put("DOWNLOAD_URL", portal.disk.links.toDownloadByDisk(caller, file));
        fields.put("DETAIL_URL", portal.address() + "/docs/file/" + file.id() + "/");
        return fields;
    }

    /** The files that messages show, as far as they are there. */
    List<Map<String, Object>> shownBy(List<Message> messages) {
        return messages.stream().flatMap(message -> message.part("FILE_ID").stream()).map(Php::integer).distinct()
                .flatMap(id -> portal.disk.find(id).stream()).map(this::ofUser).toList();
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1);
    }

    private static String type(StoredFile file) {
        String kind = file.contentType().split("/")[0];
        return List.of("image", "video", "audio").contains(kind) ? kind : "file";
    }
}

package io.github.camelbitrix24.im.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The older way of files: the folder of a chat, what is uploaded into it, and the message that shows it. */
final class DiskMethods {

    private static final Set<String> MESSENGER = Set.of("im");
    private static final Set<String> DISK = Set.of("disk");

    private final PortalState portal;
    private final DialogAccess access;
    private final FileFields fields;

    DiskMethods(PortalState portal) {
        this.portal = portal;
        this.access = new DialogAccess(portal);
        this.fields = new FileFields(portal);
    }

    void addTo(MethodTable table) {
        table.add("im.disk.folder.get", MESSENGER, this::folder);
        table.add("im.disk.file.commit", MESSENGER, this::commit);
        table.add("disk.folder.uploadfile", DISK, new FolderUpload(portal)::call);
        table.add("disk.file.get", DISK, this::file);
    }

    private Object folder(MethodCall call) {
        EmulatedChat chat = chat(call, LooseParams.of(call));
        return Map.of("ID", EmulatedDisk.folderOf(chat));
    }

    private Object file(MethodCall call) {
        long id = Php.integer(LooseParams.of(call).get("ID"));
        StoredFile file = portal.disk.find(id)
                .orElseThrow(() -> RestFailure.of("ERROR_NOT_FOUND", "Could not find entity with id `" + id + "`", 400));
        if (!access.mayRead(call.user(), file)) {
            throw DialogAccess.denied();
        }
        return fields.ofDisk(call.caller(), file);
    }

    /** With a template id there is one message, however often it is committed. */
    private Object commit(MethodCall call) {
        LooseParams params = LooseParams.of(call);
        EmulatedChat chat = chat(call, params);
        String templateId = TemplateIds.isOne(params.text("TEMPLATE_ID")) ? params.text("TEMPLATE_ID") : null;
        Message before = portal.templateIds.posted(templateId).flatMap(portal.messenger::everSaid).orElse(null);
        if (before != null) {
            return answer(before.part("FILE_ID").stream().flatMap(id -> portal.disk.find(Php.integer(id)).stream()).toList(),
                    before.id);
        }
        if (!access.mayWrite(call.user(), chat)) {
            throw accessError();
        }
        List<StoredFile> files = files(call, params, chat);
        Draft draft = Draft.text(Php.trimmed(params.text("MESSAGE"))).templateId(templateId)
                .files(files.stream().mapToLong(StoredFile::id).toArray());
        long messageId = new Posting(portal).post(call.user(), chat, draft, dialogId(params), params,
                () -> RestFailure.of("SAVE_ERROR"));
        return answer(files, messageId);
    }

    private List<StoredFile> files(MethodCall call, LooseParams params, EmulatedChat chat) {
        List<StoredFile> files = new ArrayList<>();
        for (String name : List.of("FILE_ID", "UPLOAD_ID")) {
            for (long id : ids(params.get(name))) {
                files.add(portal.disk.find(id).filter(file -> file.chat == chat).orElseThrow(DiskMethods::filesError));
            }
        }
        for (long id : ids(params.get("DISK_ID"))) {
            StoredFile original = portal.disk.find(id).filter(file -> access.mayRead(call.user(), file))
                    .orElseThrow(DiskMethods::filesError);
            files.add(portal.disk.add(chat, call.userId(), original.name(), original.contentType(), original.content));
        }
        if (files.isEmpty()) {
            throw filesError();
        }
        return files;
    }

    private static List<Long> ids(Object sent) {
        return sent == null ? List.of()
                : sent instanceof Map || sent instanceof List ? Buttons.elements(sent).stream().map(Php::integer).toList()
                : List.of(Php.integer(sent));
    }

    private Object answer(List<StoredFile> files, long messageId) {
        Map<String, Object> described = new LinkedHashMap<>();
        files.forEach(file -> described.put("upload" + file.id(), fields.ofUser(file)));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("FILES", described);
        result.put("DISK_ID", files.stream().map(file -> Long.toString(file.id())).toList());
        result.put("FILE_MODELS", described);
        result.put("MESSAGE_ID", messageId);
        return result;
    }

    private EmulatedChat chat(MethodCall call, LooseParams params) {
        String dialogId = dialogId(params);
        if (!dialogId.matches("(chat|sg)?[0-9]{1,17}") || dialogId.matches("[a-z]*0+")) {
            throw params.get("CHAT_ID") != null
                    ? RestFailure.of("CHAT_ID_EMPTY", "Chat ID can't be empty", 400)
                    : RestFailure.of("DIALOG_ID_EMPTY", "Dialog ID can't be empty", 400);
        }
        return access.readable(call.user(), dialogId).orElseThrow(DiskMethods::accessError);
    }

    private static String dialogId(LooseParams params) {
        return params.get("CHAT_ID") != null ? "chat" + Php.integer(params.get("CHAT_ID")) : params.text("DIALOG_ID");
    }

    private static RestFailure accessError() {
        return RestFailure.of("ACCESS_ERROR", "You do not have access to the specified dialog", 403);
    }

    private static RestFailure filesError() {
        return RestFailure.of("FILES_ERROR");
    }
}

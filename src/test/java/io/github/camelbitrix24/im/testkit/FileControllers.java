package io.github.camelbitrix24.im.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.github.camelbitrix24.im.testkit.http.Content;

/**
 * {@code im.v2.File.*} and {@code imbot.v2.File.*}: a file in one call, which nothing protects from being made twice,
 * and a link to a file.
 */
record FileControllers(PortalState portal) {

    void addTo(MethodTable table) {
        FileFields fields = new FileFields(portal);
        BotOwnership ownership = new BotOwnership(portal);
        table.controller("im.v2.File")
                .action("upload",
                        call -> upload(call.caller(), new ControllerArguments(call.params()), fields::ofUser))
                .action("download", call -> download(call.caller(), call.caller(), new ControllerArguments(call.params())));
        table.controller("imbot.v2.File").action("upload", ownership.owned(this::uploadOfBot))
                .action("download", ownership.owned(
                        call -> download(call.caller(), call.original().caller(), call.arguments())));
    }

    private Object uploadOfBot(BotCall call) {
        Object result = upload(call.caller(), call.arguments(), new FileFields(portal)::ofBot);
        call.bot().messages++;
        return result;
    }

    /** The bytes are kept although the message that should show them is refused. */
    private Object upload(Caller caller, ControllerArguments arguments, Function<StoredFile, Object> written) {
        String dialogId = arguments.text("dialogId");
        EmulatedChat chat = new DialogAccess(portal).forController(caller.user(), dialogId);
        LooseParams fields = arguments.fields();
        String name = Php.trimmed(fields.text("NAME"));
        Content content = content(name, fields.get("CONTENT"));
        if (!portal.disk.hasRoomFor(content.length())) {
            throw RestFailure.of("FILE_UPLOAD_FAILED");
        }
        StoredFile file = portal.disk.add(chat, caller.userId(), free(chat, name), FileDraft.typeOf(name), content);
        if (!new DialogAccess(portal).mayWrite(caller.user(), chat)) {
            throw RestFailure.of("FILE_SEND_FAILED");
        }
        Draft draft = Draft.text(Php.trimmed(fields.text("MESSAGE"))).files(file.id());
        long messageId = new Posting(portal).post(caller.user(), chat, draft, dialogId, fields,
                () -> RestFailure.of("FILE_SEND_FAILED"));
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("file", written.apply(file));
        result.put("messageId", messageId);
        result.put("chatId", chat.id);
        result.put("dialogId", chat.dialogId(caller.userId()));
        return result;
    }

    private Content content(String name, Object sent) {
        if (name.isEmpty() || sent == null || sent.equals("")) {
            throw RestFailure.of("FILE_EMPTY");
        }
        Content content = FolderUpload.decoded(sent).orElseThrow(() -> RestFailure.of("FILE_INVALID_CONTENT"));
        if (content.length() > portal.disk.largest) {
            throw RestFailure.of("FILE_TOO_LARGE");
        }
        return content;
    }

    private String free(EmulatedChat chat, String name) {
        String free = name;
        for (int i = 1; portal.disk.hasName(chat, free); i++) {
            free = FolderUpload.numbered(name, i);
        }
        return free;
    }

    /** Where the user says in which dialog the file is, nobody looks. */
    private Object download(Caller reader, Caller caller, ControllerArguments arguments) {
        StoredFile file = portal.disk.find(arguments.number("fileId")).orElseThrow(() -> RestFailure.of("FILE_NOT_FOUND"));
        if (!new DialogAccess(portal).mayRead(reader.user(), file)) {
            throw RestFailure.of("FILE_ACCESS_ERROR");
        }
        return Map.of("downloadUrl", portal.disk.links.toDownload(caller, file));
    }
}

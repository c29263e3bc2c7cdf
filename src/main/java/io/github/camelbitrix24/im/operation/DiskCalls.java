package io.github.camelbitrix24.im.operation;

import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.rest.Json;

/**
 * Files by way of the folder of a dialog: what is uploaded there is seen by nobody until a message shows it. (Bitrix24
 * REST: im.disk, disk.folder)
 */
final class DiskCalls {

    private DiskCalls() {
    }

    static RestCall folder(String dialogId) {
        return new RestCall(Method.DISK_FOLDER, params().put("DIALOG_ID", dialogId));
    }

    static RestCall upload(long folderId, OutgoingFile file) {
        ObjectNode params = params().put("id", folderId).put("generateUniqueName", true);
        params.putObject("data").put("NAME", file.name());
        params.putArray("fileContent").add(file.name()).add(file.content().node());
        return new RestCall(Method.FOLDER_UPLOAD, params);
    }

    /** Of the same template id there is one message, whatever was uploaded for it. */
    static RestCall commit(FilePost post, List<Long> fileIds) {
        ObjectNode params = params().put("DIALOG_ID", post.dialogId()).put("TEMPLATE_ID", post.templateId());
        ArrayNode ids = params.putArray("FILE_ID");
        fileIds.forEach(ids::add);
        if (post.caption() != null) {
            params.put("MESSAGE", post.caption());
        }
        return new RestCall(Method.FILE_COMMIT, params).orUnderWay("SAVE_ERROR");
    }

    private static ObjectNode params() {
        return Json.MAPPER.createObjectNode();
    }
}

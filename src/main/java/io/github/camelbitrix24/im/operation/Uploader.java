package io.github.camelbitrix24.im.operation;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.observe.LogName;
import io.github.camelbitrix24.im.observe.ReaderName;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts files once. Where the credentials allow it, they are put into the dialog's folder first, which may be done
 * twice, and shown by a message that the portal posts once. Else a single call does both, and is not made again when
 * its answer is lost.
 */
record Uploader(Means means) {

    private static final Logger LOG = LoggerFactory.getLogger(LogName.PRODUCER);

    private static final String DISK = "disk.";
    private static final String LOOK = "Nobody knows whether the file was posted: look into the dialog before it is sent again."
                                       + " As a user whose webhook or application has the scope 'disk', files are sent in a way"
                                       + " that can be repeated.";

    /**
     * @return                   {@code null} if the route ends here, since the event has come again after its file
     *                           became doubtful
     * @throws DoubtfulException if nobody knows whether a file was posted
     */
    Uploaded post(Exchange exchange, FilePost post) throws RestException, DoubtfulException {
        if (means.actor().hasFolders() && !means.memory().isMissing(disk())) {
            try {
                return byFolder(post);
            } catch (RestException e) {
                if (!isWithoutScope(e) && !MissingMethods.isMissing(e)) {
                    throw e;
                }
                return withoutFolders(exchange, post, e);
            }
        }
        return oneByOne(exchange, post);
    }

    /**
     * What needs two scopes may have been refused for want of the other one, without which files are not sent at all.
     */
    private Uploaded withoutFolders(Exchange exchange, FilePost post, RestException refusal)
            throws RestException, DoubtfulException {
        boolean certain = !isWithoutScope(refusal) || refusal.method().startsWith(DISK);
        if (certain) {
            rememberNoFolders();
        }
        Uploaded uploaded = oneByOne(exchange, post);
        if (!certain) {
            rememberNoFolders();
        }
        return uploaded;
    }

    private void rememberNoFolders() {
        means.memory().missing(disk());
        LOG.warn(
                "The folders of dialogs at {} may not be used by {}: files are sent one a message from now on, and a file"
                 + " whose answer is lost becomes an error. To have each sent exactly once, give the webhook or"
                 + " application the scope 'disk', too, and start the application again.",
                means.name().portal(), ReaderName.describe(means.name().user()));
    }

    /** The scope belongs to the credentials, not to the portal. */
    private String disk() {
        return DISK + means.name().key();
    }

    private static boolean isWithoutScope(RestException refusal) {
        return "insufficient_scope".equalsIgnoreCase(refusal.code());
    }

    private Uploaded byFolder(FilePost post) throws RestException {
        long folder = number(make(DiskCalls.folder(post.dialogId())), "ID", Method.DISK_FOLDER);
        List<Long> ids = new ArrayList<>();
        for (OutgoingFile file : post.files()) {
            ids.add(number(make(DiskCalls.upload(folder, file)), "ID", Method.FOLDER_UPLOAD));
        }
        JsonNode posted = make(DiskCalls.commit(post, ids));
        return new Uploaded(number(posted, "MESSAGE_ID", Method.FILE_COMMIT), shown(posted, ids));
    }

    /** If the message was there before, it shows what was uploaded for it then. */
    private static List<Long> shown(JsonNode posted, List<Long> uploaded) {
        List<Long> ids = new ArrayList<>();
        posted.path("DISK_ID").forEach(id -> ids.add(id.asLong()));
        return ids.size() == uploaded.size() && !ids.contains(0L) ? ids : uploaded;
    }

    private JsonNode make(RestCall call) throws RestException {
        return means.calls().make(OperationTable.upload, List.of(call));
    }

    private Uploaded oneByOne(Exchange exchange, FilePost post) throws RestException, DoubtfulException {
        List<Long> ids = new ArrayList<>();
        Uploaded last = null;
        for (int i = 0; i < post.files().size(); i++) {
            last = once(exchange, post, i);
            if (last == null) {
                return null;
            }
            ids.addAll(last.fileIds());
        }
        return new Uploaded(last.messageId(), ids);
    }

    private Uploaded once(Exchange exchange, FilePost post, int index) throws RestException, DoubtfulException {
        String name = TemplateId.part(post.templateId(), index);
        SingleUploads uploads = means.memory().uploads();
        SingleUploads.Fate fate = uploads.of(name);
        if (fate instanceof SingleUploads.Posted posted) {
            return posted.uploaded();
        }
        if (fate instanceof SingleUploads.Doubtful doubtful) {
            return again(exchange, post, doubtful);
        }
        try {
            Uploaded uploaded = inOneCall(post, index);
            uploads.posted(name, uploaded);
            return uploaded;
        } catch (RestException e) {
            if (!RepeatableCall.isLost(e)) {
                throw e;
            }
            RestException failure = e.advising(LOOK);
            uploads.doubtful(name, exchange.getExchangeId(), failure);
            throw new DoubtfulException(failure);
        }
    }

    private static Uploaded again(Exchange exchange, FilePost post, SingleUploads.Doubtful doubtful) throws DoubtfulException {
        if (doubtful.exchangeId().equals(exchange.getExchangeId())) {
            throw new DoubtfulException(doubtful.failure());
        }
        LOG.warn("A file for the dialog {} is not sent again: it is not known whether it was posted before, and its event has"
                 + " come again.",
                post.dialogId());
        exchange.setRouteStop(true);
        return null;
    }

    private Uploaded inOneCall(FilePost post, int index) throws RestException {
        RestCall call = means.actor().upload(post.dialogId(), post.files().get(index), index == 0 ? post.caption() : null);
        JsonNode posted = make(call);
        return new Uploaded(
                number(posted, "messageId", call.method()), List.of(number(posted.path("file"), "id", call.method())));
    }

    private static long number(JsonNode result, String name, String method) throws RestException {
        JsonNode number = result.path(name);
        if (number.asLong() <= 0) {
            throw RestException.unusable(FailureKind.MALFORMED, method, "the result has no " + name, 200, null);
        }
        return number.asLong();
    }
}

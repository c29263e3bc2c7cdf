package io.github.camelbitrix24.im.operation;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.file.Disposition;
import io.github.camelbitrix24.im.file.FileName;
import io.github.camelbitrix24.im.file.IncomingSpool;
import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.IncomingFile;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.StreamCache;

/**
 * Fetches a file. The portal gives a link, which is good for a short time and holds the secret: so it is used at once,
 * and another one is asked for each time that the file is fetched again.
 */
final class Download implements Operation {

    private final Means means;
    private final Dialogs dialogs;

    Download(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
    }

    private record Fetched(String name, String contentType, StreamCache content) {
    }

    @Override
    public void process(Exchange exchange) throws RestException {
        long fileId = FileIds.one(exchange);
        List<RestCall> link
                = means.actor().download(fileId, dialogs.named(exchange) == null ? null : dialogs.of(exchange));
        Fetched file = means.calls().make(OperationTable.download, () -> fetch(exchange, link, fileId));
        exchange.getMessage().setBody(file.content());
        exchange.getMessage().setHeader(Exchange.FILE_NAME, file.name());
        exchange.getMessage().setHeader(Exchange.FILE_LENGTH, file.content().length());
        exchange.getMessage().removeHeader(Exchange.CONTENT_ENCODING);
        if (file.contentType() == null) {
            exchange.getMessage().removeHeader(Exchange.CONTENT_TYPE);
        } else {
            exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, file.contentType());
        }
    }

    /** A link that has expired is refused, and so is one whose access token has: once, another one is asked for. */
    private Fetched fetch(Exchange exchange, List<RestCall> link, long fileId) throws RestException {
        String first = link(link);
        try {
            return fetch(exchange, first, fileId);
        } catch (RestException e) {
            if (e.kind().isTransient() || e.status() < 400) {
                throw e;
            }
            return fetch(exchange, link(link), fileId);
        }
    }

    private String link(List<RestCall> alternatives) throws RestException {
        JsonNode result = means.calls().make(OperationTable.download, alternatives,
                call -> means.client().call(OperationTable.download.urgency(), call.method(), call.params()));
        String link = result.path("downloadUrl").asText("");
        if (link.isBlank()) {
            throw RestException.unusable(
                    FailureKind.MALFORMED, OperationTable.download.methods().get(0), "the result has no link to the file", 200,
                    null);
        }
        return link;
    }

    private Fetched fetch(Exchange exchange, String link, long fileId) throws RestException {
        return means.client().fetch(OperationTable.download.urgency(), OperationTable.download.methods().get(0), link,
                file -> new Fetched(
                        FileName.of(Disposition.fileName(file.disposition()), "file-" + fileId), contentType(file),
                        new IncomingSpool(exchange, means.settings().maxFileSize()).keep(file,
                                OperationTable.download.methods().get(0))));
    }

    private static String contentType(IncomingFile file) {
        return file.contentType() == null || file.contentType().isBlank() ? null : file.contentType().strip();
    }
}

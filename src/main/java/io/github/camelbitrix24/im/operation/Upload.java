package io.github.camelbitrix24.im.operation;

import java.util.List;
import java.util.stream.Collectors;

import io.github.camelbitrix24.im.Bitrix24ImConstants;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.file.OutgoingFiles;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.PostedText;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;

/** Posts the body, or the attachments of the message, as files. */
final class Upload implements Operation {

    private final Means means;
    private final Dialogs dialogs;
    private final OutgoingFiles files;
    private final Uploader uploader;
    private final LoopGuard guard;

    Upload(Means means) {
        this.means = means;
        this.dialogs = new Dialogs(means);
        this.files = new OutgoingFiles(means.settings().maxFileSize());
        this.uploader = new Uploader(means);
        this.guard = new LoopGuard(means);
    }

    @Override
    public void process(Exchange exchange) throws RestException, LoopException, DoubtfulException {
        List<OutgoingFile> outgoing = files.of(exchange);
        String caption = caption(exchange);
        String dialogId = dialogs.of(exchange);
        String names = outgoing.stream().map(OutgoingFile::name).collect(Collectors.joining("/"));
        String templateId = TemplateId.of(exchange, dialogId, "file/" + names + "/" + caption);
        if (!guard.admits(exchange, dialogId, templateId)) {
            return;
        }
        Uploaded uploaded = uploader.post(exchange, new FilePost(dialogId, outgoing, caption, templateId));
        if (uploaded == null) {
            return;
        }
        TemplateId.posted(exchange, uploaded.messageId());
        exchange.getMessage().setBody(uploaded.messageId());
        exchange.getMessage().setHeader(Bitrix24ImConstants.SENT_MESSAGE_ID, uploaded.messageId());
        exchange.getMessage().setHeader(Bitrix24ImConstants.FILE_ID, uploaded.fileIdHeader());
    }

    /** @return {@code null} if there is none */
    private String caption(Exchange exchange) {
        String caption = means.settings().caption().apply(exchange.getMessage());
        if (caption == null || caption.isBlank()) {
            return null;
        }
        try {
            return PostedText.of(caption, means.settings().textFormat(), LongText.fail).get(0);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new RuntimeExchangeException(
                    "The caption of the header " + Bitrix24ImConstants.CAPTION + " or the option caption cannot be used: "
                                               + e.getMessage(),
                    exchange, e);
        }
    }
}

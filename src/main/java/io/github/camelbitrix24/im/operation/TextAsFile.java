package io.github.camelbitrix24.im.operation;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.camelbitrix24.im.exchange.MessageText;
import io.github.camelbitrix24.im.exchange.TemplateId;
import io.github.camelbitrix24.im.file.FileBody;
import io.github.camelbitrix24.im.file.OutgoingFile;
import io.github.camelbitrix24.im.file.OutgoingFiles;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.text.LongText;
import io.github.camelbitrix24.im.text.PostedText;
import io.github.camelbitrix24.im.text.TextFormat;
import org.apache.camel.Exchange;

/** A text that is too long for a message, as a file with its beginning as the message. */
record TextAsFile(Means means) {

    /**
     * @return the beginning, in BB codes; {@code null} if the text is to be posted as it is
     */
    String beginning(Exchange exchange) {
        Settings settings = means.settings();
        if (settings.longText() != LongText.file) {
            return null;
        }
        return PostedText.beginning(MessageText.of(exchange), settings.textFormat());
    }

    /** As the route has written it. */
    OutgoingFile file(Exchange exchange) {
        String name = OutgoingFiles.named(
                exchange, means.settings().textFormat() == TextFormat.markdown ? "message.md" : "message.txt");
        byte[] text = MessageText.of(exchange).getBytes(StandardCharsets.UTF_8);
        return new OutgoingFile(name, new FileBody(exchange, name, means.settings().maxFileSize()).of(text));
    }

    /**
     * Posts both: as one message, unless it has parts that the message of a file cannot have.
     *
     * @param  beginning with its parts
     * @return           the id of the message, and of the file; {@code null} if the route ends here
     */
    Uploaded post(Exchange exchange, Post beginning, ReplyTo replyTo, OutgoingFile file)
            throws RestException, DoubtfulException {
        Content content = beginning.content();
        List<OutgoingFile> files = List.of(file);
        if (beginning.replyTo() == null && content.keyboard() == null && content.attach() == null) {
            return means.uploader().post(
                    exchange, new FilePost(beginning.dialogId(), files, content.text(), beginning.templateId()));
        }
        long id = means.poster().post(beginning, replyTo.isOptional());
        Uploaded uploaded = means.uploader().post(exchange, new FilePost(
                beginning.dialogId(), files, null,
                TemplateId.part(beginning.templateId(), 1)));
        return uploaded == null ? null : new Uploaded(id, uploaded.fileIds());
    }
}

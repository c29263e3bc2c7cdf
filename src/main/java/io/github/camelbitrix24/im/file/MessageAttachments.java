package io.github.camelbitrix24.im.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import org.apache.camel.Exchange;
import org.apache.camel.attachment.AttachmentMessage;

/** The attachments of a message, as camel-attachments keeps them. */
final class MessageAttachments {

    private MessageAttachments() {
    }

    static Map<String, Object> of(Exchange exchange) {
        AttachmentMessage message = exchange.getMessage(AttachmentMessage.class);
        if (message == null || !message.hasAttachments()) {
            return Map.of();
        }
        Map<String, Object> files = new LinkedHashMap<>();
        message.getAttachments().forEach((name, content) -> files.put(name, file(content)));
        return files;
    }

    private static Object file(DataHandler content) {
        return content.getDataSource() instanceof FileDataSource source ? source.getFile() : new Fetched(content);
    }

    private record Fetched(DataHandler content) implements AttachedFile {

        @Override
        public Object identity() {
            return content;
        }

        @Override
        public InputStream open() throws IOException {
            return content.getInputStream();
        }
    }
}

package io.github.camelbitrix24.im.file;

import java.util.Map;

import org.apache.camel.Exchange;

/**
 * Whether the application has camel-attachments. Asked first, since {@link MessageAttachments} cannot be loaded without
 * it.
 */
final class Attachments {

    private static final boolean PRESENT = isPresent();

    private Attachments() {
    }

    /** By their names, in their order: files, or what {@link AttachedFile} stands for. */
    static Map<String, Object> of(Exchange exchange) {
        return PRESENT ? MessageAttachments.of(exchange) : Map.of();
    }

    private static boolean isPresent() {
        try {
            Class.forName("org.apache.camel.attachment.AttachmentMessage", false, Attachments.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}

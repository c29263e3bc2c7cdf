package io.github.camelbitrix24.im.file;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.WrappedFile;

/**
 * The files that a message is: its attachments if it has any, else its body.
 *
 * @param maxFileSize how many bytes each may have
 */
public record OutgoingFiles(long maxFileSize) {

    /**
     * @throws RuntimeExchangeException if there is none, or one is too large or has no name
     */
    public List<OutgoingFile> of(Exchange exchange) {
        Map<String, Object> attached = Attachments.of(exchange);
        List<OutgoingFile> files = new ArrayList<>();
        if (attached.isEmpty()) {
            Object body = exchange.getMessage().getBody();
            files.add(file(exchange, name(exchange, body), body));
        }
        attached.forEach((name, content) -> {
            String last = lastSegment(name);
            files.add(file(exchange, last == null ? "attachment" : last, content));
        });
        return files;
    }

    private OutgoingFile file(Exchange exchange, String name, Object content) {
        return new OutgoingFile(name, new FileBody(exchange, name, maxFileSize).of(content));
    }

    private static String name(Exchange exchange, Object body) {
        String name = named(exchange, lastSegment(ownName(body)));
        if (name == null) {
            throw new RuntimeExchangeException(
                    "The file has no name: set the header " + Exchange.FILE_NAME + ", for example to report.pdf", exchange);
        }
        return name;
    }

    /** What the header of a message says that it is called, or {@code otherwise}. */
    public static String named(Exchange exchange, String otherwise) {
        String name = lastSegment(exchange.getMessage().getHeader(Exchange.FILE_NAME, String.class));
        return name == null ? otherwise : name;
    }

    private static String ownName(Object body) {
        Object file = body instanceof WrappedFile<?> wrapped ? wrapped.getFile() : body;
        return file instanceof File || file instanceof Path ? file.toString() : null;
    }

    /** Paths are nobody's business at the portal, and it takes no characters that nobody sees. */
    private static String lastSegment(String path) {
        if (path == null) {
            return null;
        }
        String shown = path.replaceAll("\\p{Cntrl}", "").strip();
        String last = shown.substring(Math.max(shown.lastIndexOf('/'), shown.lastIndexOf('\\')) + 1).strip();
        return last.isEmpty() || last.equals(".") || last.equals("..") ? null : last;
    }
}

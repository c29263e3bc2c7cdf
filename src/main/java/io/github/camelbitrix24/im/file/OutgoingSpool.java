package io.github.camelbitrix24.im.file;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;

import org.apache.camel.Exchange;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.support.SynchronizationAdapter;

/**
 * What an exchange has on disk because it can be read only once: it may have to be sent again, also when an error
 * handler does the whole step again. The files are deleted when the exchange is done.
 */
final class OutgoingSpool extends SynchronizationAdapter {

    private static final String PROPERTY = "CamelBitrix24ImSpooled";

    private final Exchange exchange;
    private final Map<Object, Path> files = new IdentityHashMap<>();

    private OutgoingSpool(Exchange exchange) {
        this.exchange = exchange;
    }

    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Copies of an exchange are done at other times, and have their own. */
    static OutgoingSpool of(Exchange exchange) {
        OutgoingSpool spooled = exchange.getProperty(PROPERTY, OutgoingSpool.class);
        if (spooled == null || spooled.exchange != exchange) {
            spooled = new OutgoingSpool(exchange);
            exchange.setProperty(PROPERTY, spooled);
            exchange.getExchangeExtension().addOnCompletion(spooled);
        }
        return spooled;
    }

    /** @param source what can be read only once; what was read of it before is not read again */
    synchronized Path file(Object source, Writing writing) throws IOException {
        Path before = files.get(source);
        if (before != null) {
            return before;
        }
        Path file = create();
        boolean whole = false;
        try (OutputStream out = Files.newOutputStream(file)) {
            writing.to(out);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(file);
            }
        }
        files.put(source, file);
        return file;
    }

    /** Where Camel spools streams, if it does. Only the owner may read it. */
    private Path create() throws IOException {
        StreamCachingStrategy strategy = exchange.getContext().getStreamCachingStrategy();
        File directory = strategy.isSpoolEnabled() ? strategy.getSpoolDirectory() : null;
        if (directory == null) {
            return Files.createTempFile("bitrix24-im-", ".upload");
        }
        return Files.createTempFile(Files.createDirectories(directory.toPath()), "bitrix24-im-", ".upload");
    }

    @Override
    public synchronized void onDone(Exchange done) {
        for (Path file : files.values()) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                file.toFile().deleteOnExit();
            }
        }
        files.clear();
    }
}

package io.github.camelbitrix24.im.file;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

import io.github.camelbitrix24.im.rest.FailureKind;
import io.github.camelbitrix24.im.rest.IncomingFile;
import io.github.camelbitrix24.im.rest.RestException;
import org.apache.camel.Exchange;
import org.apache.camel.RuntimeExchangeException;
import org.apache.camel.StreamCache;
import org.apache.camel.converter.stream.ByteArrayInputStreamCache;
import org.apache.camel.converter.stream.CachedOutputStream;
import org.apache.camel.spi.StreamCachingStrategy;
import org.apache.camel.util.IOHelper;

/**
 * Keeps a file for an exchange, and for those that are copied from it, until the last of them is done: a small one in
 * memory, a large one on disk. How is up to Camel's stream caching where that spools; else the disk is used all the
 * same, since files need not fit into memory.
 */
public record IncomingSpool(Exchange exchange, long maxFileSize) {

    private static final int PIECE = 64 * 1024;

    /**
     * @throws IOException   if the file ends early
     * @throws RestException if it is too large
     */
    public StreamCache keep(IncomingFile file, String method) throws IOException, RestException {
        if (file.length() > maxFileSize) {
            throw tooLarge(method);
        }
        StreamCachingStrategy strategy = exchange.getContext().getStreamCachingStrategy();
        return strategy.isEnabled() && strategy.isSpoolEnabled()
                ? keepAsCamelDoes(file, method) : keepInMemoryOrOnDisk(file, method, strategy);
    }

    private StreamCache keepAsCamelDoes(IncomingFile file, String method) throws IOException, RestException {
        CachedOutputStream out = new CachedOutputStream(exchange);
        boolean whole = false;
        try {
            byte[] piece = new byte[PIECE];
            long size = 0;
            for (int count; (count = file.content().read(piece)) >= 0;) {
                size = counted(size, count, method);
                int length = count;
                onDisk(() -> out.write(piece, 0, length));
            }
            whole = true;
            return stream(out);
        } finally {
            if (!whole) {
                IOHelper.close(out);
            }
        }
    }

    private StreamCache stream(CachedOutputStream out) {
        try {
            return out.newStreamCache();
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private StreamCache keepInMemoryOrOnDisk(IncomingFile file, String method, StreamCachingStrategy strategy)
            throws IOException, RestException {
        byte[] beginning = file.content().readNBytes((int) Math.min(maxFileSize + 1, StreamCache.DEFAULT_SPOOL_THRESHOLD));
        counted(0, beginning.length, method);
        int next = file.content().read();
        if (next < 0) {
            return new ByteArrayInputStreamCache(new ByteArrayInputStream(beginning));
        }
        SpooledFile spooled = open(strategy.getSpoolDirectory());
        boolean whole = false;
        try {
            onDisk(() -> spooled.append(beginning, beginning.length));
            byte[] piece = new byte[PIECE];
            piece[0] = (byte) next;
            long size = beginning.length;
            for (int count = 1; count >= 0; count = file.content().read(piece)) {
                size = counted(size, count, method);
                int length = count;
                onDisk(() -> spooled.append(piece, length));
            }
            StreamCache stream = spooled.openFor(exchange);
            whole = true;
            return stream;
        } finally {
            if (!whole) {
                spooled.close();
            }
        }
    }

    private SpooledFile open(File directory) {
        try {
            return new SpooledFile(
                    directory != null && directory.isDirectory()
                            ? Files.createTempFile(directory.toPath(), "bitrix24-im", ".tmp")
                            : Files.createTempFile("bitrix24-im", ".tmp"));
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    /** What fails there is no fault of the portal's. */
    private void onDisk(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw notKept(e);
        }
    }

    private RuntimeExchangeException notKept(IOException e) {
        return new RuntimeExchangeException(
                "The file cannot be kept on this machine's disk: see whether the spool directory of Camel's stream caching,"
                                            + " else that of the system property java.io.tmpdir, is there and has room",
                exchange, e);
    }

    private long counted(long size, int more, String method) throws RestException {
        if (size + more > maxFileSize) {
            throw tooLarge(method);
        }
        return size + more;
    }

    private RestException tooLarge(String method) {
        return RestException.unusable(FailureKind.BAD_REQUEST, method,
                "the file is larger than maxFileSize (" + maxFileSize + " bytes)", 0,
                "Raise the option maxFileSize, or leave such files out.");
    }
}

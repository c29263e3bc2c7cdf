package io.github.camelbitrix24.im.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.spi.UnitOfWork;
import org.apache.camel.support.SynchronizationAdapter;
import org.apache.camel.util.IOHelper;

/**
 * A file on disk whose name is gone as soon as it is open, so that it cannot be left behind, not even by a crash. It is
 * closed when the exchanges that use it are done. Where somebody has asked for it who is in no route, and may read the
 * answer then, it is closed when nobody can read it any more.
 */
final class SpooledFile {

    private final AtomicInteger exchanges = new AtomicInteger();
    private final FileChannel channel;

    /** @param path an empty file */
    SpooledFile(Path path) throws IOException {
        channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }

    void append(byte[] bytes, int count) throws IOException {
        ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    /** @return how many bytes were read, negative at the end */
    int read(long position, byte[] bytes, int offset, int length) throws IOException {
        return channel.read(ByteBuffer.wrap(bytes, offset, length), position);
    }

    long length() throws IOException {
        return channel.size();
    }

    void close() {
        IOHelper.close(channel);
    }

    SpooledStream openFor(Exchange exchange) throws IOException {
        if (!mayBeReadAfterwards(exchange)) {
            exchanges.incrementAndGet();
            atTheEndOf(exchange);
        }
        return new SpooledStream(this, length());
    }

    private static boolean mayBeReadAfterwards(Exchange exchange) {
        // no consumer of direct makes an exchange, so it is a template's
        boolean ofTemplate = exchange.getFromRouteId() == null || exchange.getFromEndpoint() == null
                || exchange.getFromEndpoint().getEndpointUri().startsWith("direct:");
        return ofTemplate && exchange.getPattern().isOutCapable();
    }

    /** What is read in a split or multicast may be read after it, too, as long as the exchange outside is not done. */
    private void atTheEndOf(Exchange exchange) {
        SynchronizationAdapter end = new SynchronizationAdapter() {
            @Override
            public void onDone(Exchange done) {
                if (exchanges.decrementAndGet() == 0) {
                    close();
                }
            }
        };
        UnitOfWork outside = exchange.getProperty(ExchangePropertyKey.STREAM_CACHE_UNIT_OF_WORK, UnitOfWork.class);
        if (outside != null && outside.getRoute() != null) {
            outside.addSynchronization(end);
        } else {
            exchange.getExchangeExtension().addOnCompletion(end);
        }
    }
}

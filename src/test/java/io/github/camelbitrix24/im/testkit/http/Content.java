package io.github.camelbitrix24.im.testkit.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Bytes, up to 2 GB of them: few are in memory, many in a file without a name that is gone with them.
 */
public final class Content implements Body {

    private static final int FEW = 1 << 20;
    private static final int PIECE = 1 << 16;

    private final ByteBuffer bytes;

    private Content(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    public static Content of(byte[] bytes) {
        return new Content(ByteBuffer.wrap(bytes));
    }

    /** Reads to the end of the stream. */
    public static Content of(InputStream in) throws IOException {
        try (Writer writer = new Writer()) {
            in.transferTo(writer);
            return writer.content();
        }
    }

    @Override
    public long length() {
        return bytes.capacity();
    }

    boolean isLarge() {
        return length() > FEW;
    }

    byte at(int index) {
        return bytes.get(index);
    }

    /** Some of the bytes, which are not copied. */
    public Content part(long from, long length) {
        return new Content(bytes.slice((int) from, (int) length));
    }

    /** All the bytes, in memory. */
    public byte[] bytes() {
        byte[] copy = new byte[bytes.capacity()];
        bytes.get(0, copy);
        return copy;
    }

    public InputStream stream() {
        return new Reader(bytes.duplicate().clear());
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        stream().transferTo(out);
    }

    private static final class Reader extends InputStream {

        private final ByteBuffer left;

        private Reader(ByteBuffer left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left.hasRemaining() ? left.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (!left.hasRemaining() && length > 0) {
                return -1;
            }
            int count = Math.min(length, left.remaining());
            left.get(into, offset, count);
            return count;
        }

        @Override
        public int available() {
            return left.remaining();
        }
    }

    /** Takes bytes, in the end as content. */
    public static final class Writer extends OutputStream {

        private final ByteArrayOutputStream few = new ByteArrayOutputStream();
        private Path path;
        private FileChannel file;

        @Override
        public void write(int single) throws IOException {
            write(new byte[] { (byte) single }, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (file == null && few.size() + length > FEW) {
                path = Files.createTempFile("emulated-portal", ".bytes");
                file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
                append(few.toByteArray(), 0, few.size());
                few.reset();
            }
            if (file == null) {
                few.write(bytes, offset, length);
            } else {
                append(bytes, offset, length);
            }
        }

        /** In pieces, because a copy of what is written at once is made outside the heap and kept for the thread. */
        private void append(byte[] bytes, int offset, int length) throws IOException {
            for (int from = offset; from < offset + length; from += PIECE) {
                ByteBuffer piece = ByteBuffer.wrap(bytes, from, Math.min(PIECE, offset + length - from));
                while (piece.hasRemaining()) {
                    file.write(piece);
                }
            }
        }

        public Content content() throws IOException {
            return file == null
                    ? of(few.toByteArray()) : new Content(file.map(MapMode.READ_ONLY, 0, file.size()));
        }

        /** The content stays: what is mapped needs no name. */
        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
                deleteNow();
            }
        }

        /** Where a file that is mapped cannot be deleted, the end of the process has to do it. */
        private void deleteNow() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                path.toFile().deleteOnExit();
            }
        }
    }
}

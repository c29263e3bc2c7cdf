package io.github.camelbitrix24.im.rest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.POJONode;

/**
 * The bytes of a file that go into a request as base64. They are read while the request is written, anew each time that
 * it is, and are never in memory as a whole.
 */
public final class FileContent implements JsonSerializable {

    private final long size;
    private final Source source;

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Source {

        /** The bytes from the first one on, for as long as the operation lasts. */
        InputStream open() throws IOException;
    }

    /**
     * @param size how many bytes there are
     */
    public FileContent(long size, Source source) {
        this.size = size;
        this.source = source;
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** As a part of the parameters of a call. */
    public JsonNode node() {
        return new POJONode(this);
    }

    static boolean isIn(JsonNode params) {
        for (JsonNode child : params) {
            if (child.isPojo() && ((POJONode) child).getPojo() instanceof FileContent
                    || child.isContainerNode() && isIn(child)) {
                return true;
            }
        }
        return false;
    }

    /** In characters. */
    long base64Length() {
        return (size + 2) / 3 * 4;
    }

    InputStream open() throws UnreadableContentException {
        try {
            return new Counted(source.open());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whoever looks at the parameters sees no bytes. */
    @Override
    public void serialize(JsonGenerator json, SerializerProvider provider) throws IOException {
        if (json instanceof OutgoingJson outgoing) {
            outgoing.writeFile(this);
        } else {
            json.writeString(toString());
        }
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
        serialize(json, provider);
    }

    private static UnreadableContentException unreadable(IOException cause) {
        return new UnreadableContentException("the content of the file cannot be read: " + cause, cause);
    }

    @Override
    public String toString() {
        return size + " bytes";
    }

    /** The length of the request was told before, so there must be neither more nor fewer. */
    private final class Counted extends FilterInputStream {

        private long count;

        private Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] next = new byte[1];
            return read(next, 0, 1) < 0 ? -1 : next[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read;
            try {
                read = super.read(bytes, offset, length);
            } catch (IOException e) {
                throw unreadable(e);
            }
            count += Math.max(0, read);
            if (count > size || read < 0 && count < size) {
                throw new UnreadableContentException(
                        "the content of the file has changed: it had " + size + " bytes when the call began", null);
            }
            return read;
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }
    }
}

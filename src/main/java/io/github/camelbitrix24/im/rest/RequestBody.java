package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.OutputStream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The JSON of one request. It can be written more than once, and is the same each time.
 */
public interface RequestBody {

    /** In bytes. */
    long length();

    /**
     * @throws UnreadableContentException if a file that is a part of it cannot be read
     * @throws IOException                if it cannot be written
     */
    void writeTo(OutputStream out) throws IOException;

    static RequestBody of(byte[] json) {
        return new Whole(json);
    }

    /**
     * @param  params                  whose files are read while they are written
     * @throws JsonProcessingException if the parameters cannot be written
     */
    static RequestBody of(ObjectNode params) throws JsonProcessingException {
        return FileContent.isIn(params)
                ? new Streamed(params, OutgoingJson.length(params)) : new Whole(OutgoingJson.write(params));
    }

    /** All of it in memory. */
    record Whole(byte[] json) implements RequestBody {

        @Override
        public long length() {
            return json.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(json);
        }
    }

    /** Without its files in memory. */
    record Streamed(ObjectNode params, long length) implements RequestBody {

        @Override
        public void writeTo(OutputStream out) throws IOException {
            OutgoingJson.write(params, out);
        }
    }
}

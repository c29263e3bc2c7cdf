package io.github.camelbitrix24.im.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/** A body on its way, which tells whether all of it went. */
final class JsonEntity extends AbstractHttpEntity {

    private final RequestBody body;
    private volatile Deadline deadline;
    private volatile boolean begun;
    private volatile boolean whole;

    JsonEntity(RequestBody body) {
        super(ContentType.APPLICATION_JSON, null);
        this.body = body;
    }

    /** Whose time what is sent prolongs. */
    void watchedBy(Deadline whose) {
        deadline = whose;
    }

    /** Whether sending has failed halfway, so that nobody can have read what was sent. */
    boolean isCut() {
        return begun && !whole;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        begun = true;
        whole = false;
        body.writeTo(deadline == null ? out : deadline.watch(out));
        out.flush();
        whole = true;
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public boolean isStreaming() {
        return false;
    }

    @Override
    public InputStream getContent() {
        throw new UnsupportedOperationException("it can only be written");
    }

    @Override
    public void close() {
        // it holds nothing open between being written
    }
}

package io.github.camelbitrix24.im.testkit.http;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

final class FirstBytes extends FilterOutputStream {

    private long left;

    FirstBytes(OutputStream out, long count) {
        super(out);
        this.left = count;
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] { (byte) single }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int allowed = (int) Math.min(left, length);
        out.write(bytes, offset, allowed);
        left -= allowed;
    }
}

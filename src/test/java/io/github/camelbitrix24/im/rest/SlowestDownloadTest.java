package io.github.camelbitrix24.im.rest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SlowestDownloadTest {

    private static final Duration GRACE = Duration.ofSeconds(75);

    private final AtomicLong now = new AtomicLong();

    private InputStream download(int size) {
        return new SlowestDownload(new ByteArrayInputStream(new byte[size]), GRACE, now::get);
    }

    @Test
    void aSlowLineMayTakeHours() throws IOException {
        int size = 100 << 20;
        int read = 0;
        try (InputStream in = download(size)) {
            byte[] piece = new byte[64 * 1024];
            for (int count; (count = in.read(piece)) >= 0;) {
                read += count;
                now.addAndGet(Duration.ofSeconds(32).toNanos());
            }
        }

        assertEquals(size, read);
        assertEquals(14, Duration.ofNanos(now.get()).toHours());
    }

    @Test
    void whoeverDripsIsGivenUp() throws IOException {
        try (InputStream in = download(1000)) {
            for (int second = 0; second < 75; second++) {
                assertEquals(0, in.read());
                now.addAndGet(Duration.ofSeconds(1).toNanos());
            }
            now.addAndGet(Duration.ofSeconds(1).toNanos());

            assertThrows(SocketTimeoutException.class, in::read);
        }
    }

    @Test
    void theEndIsTheEndHoweverLateItComes() throws IOException {
        try (InputStream in = download(1)) {
            assertEquals(0, in.read());
            now.addAndGet(Duration.ofDays(1).toNanos());

            assertEquals(-1, in.read(new byte[10]));
        }
    }
}

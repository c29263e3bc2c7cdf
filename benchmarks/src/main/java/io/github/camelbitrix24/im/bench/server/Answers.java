package io.github.camelbitrix24.im.bench.server;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Answers in the portal's envelope. */
final class Answers {

    private static final byte[] EVENTS = "{\"result\":{\"events\":[".getBytes(StandardCharsets.US_ASCII);

    private Answers() {
    }

    static byte[] of(Page page) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(page.length() + 512);
        out.writeBytes(EVENTS);
        out.write(page.bytes(), page.from(), page.length());
        out.writeBytes(("],\"nextOffset\":" + page.nextOffset() + ",\"hasMore\":" + page.hasMore() + "}," + time() + "}")
                .getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    static byte[] of(String result) {
        return ("{\"result\":" + result + "," + time() + "}").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] error(String code, String description) {
        return ("{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static String time() {
        Instant now = Instant.now();
        String date = now.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(3))
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
        String finish = now.getEpochSecond() + "." + String.format("%06d", now.getNano() / 1000);
        return "\"time\":{\"start\":" + now.getEpochSecond() + ",\"finish\":" + finish
               + ",\"duration\":0.0012,\"processing\":0,\"date_start\":\"" + date + "\",\"date_finish\":\"" + date
               + "\",\"operating_reset_at\":" + (now.getEpochSecond() + 600) + ",\"operating\":0}";
    }
}

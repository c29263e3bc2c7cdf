package io.github.camelbitrix24.im.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.github.camelbitrix24.im.event.EventPage;
import io.github.camelbitrix24.im.event.EventPageReader;

/**
 * One user's queue at a portal, in memory: ids are given at once, rows become visible later, a get deletes what is
 * below its offset before it reads.
 */
final class PortalModel {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX");

    final TreeMap<Long, Row> rows = new TreeMap<>();
    final List<Row> recorded = new ArrayList<>();
    final List<Row> deleted = new ArrayList<>();
    /** What was neither acknowledged nor is there any more. */
    final List<Row> lost = new ArrayList<>();
    Instant now = Instant.parse("2026-08-21T11:00:00Z");
    private long nextId = 1000;
    private long nextRow;

    /**
     * @param number in the order of recording; the event's message has it as its id
     */
    record Row(long number, long id, Instant date, Instant visible, String json) {

        static Row of(long number, long id, long chat, Instant date, Instant visible) {
            String json
                    = "{\"eventId\":%d,\"type\":\"ONIMV2MESSAGEADD\",\"date\":\"%s\",\"data\":{\"chat\":{\"id\":%d},\"message\":{\"id\":%d}}}"
                            .formatted(id, SECONDS.format(date.atOffset(ZoneOffset.ofHours(3))), chat, number);
            return new Row(number, id, date, visible, json);
        }
    }

    void record(long chat, int gap, Duration delay) {
        record(chat, gap, delay, Duration.ZERO);
    }

    /**
     * @param behind by how much the clock is behind of the node that dates the row
     */
    void record(long chat, int gap, Duration delay, Duration behind) {
        nextId += 1 + gap;
        Row row = Row.of(nextRow++, nextId, chat, now.minus(behind), now.plus(delay));
        rows.put(row.id(), row);
        recorded.add(row);
    }

    /** Restored from a backup: what was not acknowledged is lost, and ids begin again lower. */
    void restore(long lower) {
        recorded.removeAll(rows.values());
        lost.addAll(rows.values());
        rows.clear();
        nextId -= lower;
    }

    void expire(Duration age) {
        rows.values().removeIf(row -> {
            boolean old = row.date().plus(age).isBefore(now);
            if (old) {
                recorded.remove(row);
                lost.add(row);
            }
            return old;
        });
    }

    EventPage get(GetRequest request) {
        var below = rows.headMap(request.offset());
        deleted.addAll(below.values());
        below.clear();
        List<Row> page = rows.values().stream().filter(row -> !row.visible().isAfter(now)).limit(request.limit()).toList();
        String json = page.stream().map(Row::json)
                .collect(Collectors.joining(",", "{\"events\":[", "],\"hasMore\":" + (page.size() >= request.limit()) + "}"));
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        try (JsonParser parser = new JsonFactory().createParser(body)) {
            parser.nextToken();
            return new EventPageReader().read(parser, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

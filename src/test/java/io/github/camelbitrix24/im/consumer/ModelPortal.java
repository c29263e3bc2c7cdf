package io.github.camelbitrix24.im.consumer;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.camelbitrix24.im.rest.HttpAnswer;
import io.github.camelbitrix24.im.rest.PortalTransport;
import io.github.camelbitrix24.im.rest.RestRequest;

/**
 * One user's queue at a portal and the way there: a call may fail before it arrives, be refused, or its answer get
 * lost.
 */
final class ModelPortal implements PortalTransport {

    final SortedMap<Long, String> queue = new TreeMap<>();
    /** What a route has finished, or the exception handler has taken. */
    final Set<Long> over = new HashSet<>();
    private final HandDrivenThreads threads;
    private final Mischief mischief;
    private final String user;
    private long nextId = 1000;
    private AtomicInteger calls = new AtomicInteger();
    private boolean closed;

    ModelPortal(HandDrivenThreads threads, Mischief mischief, String user) {
        this.threads = threads;
        this.mischief = mischief;
        this.user = user;
    }

    /** From now on nobody may call, but a call may be on its way. */
    void close() {
        closed = true;
    }

    void open() {
        closed = false;
        calls = new AtomicInteger();
    }

    void record(int chat) {
        nextId++;
        queue.put(nextId,
                "{\"eventId\":%d,\"type\":\"ONIMV2MESSAGEADD\",\"date\":\"2026-08-21T12:00:00Z\",\"data\":{\"chat\":{\"id\":%d}}}"
                        .formatted(nextId, chat));
    }

    long recorded() {
        return nextId - 1000;
    }

    @Override
    public HttpAnswer post(RestRequest request) throws IOException {
        mischief.promise(!closed, "a call after the stop: " + request.method());
        AtomicInteger underWay = calls;
        mischief.promise(underWay.incrementAndGet() == 1, "two calls at once for one user");
        try {
            travel();
            HttpAnswer answer = mischief.strikes(20)
                    ? answer(503, "{\"error\":\"QUERY_LIMIT_EXCEEDED\",\"error_description\":\"\"}")
                    : answer(200, "{\"result\":" + result(request.method(), request.params()) + "}");
            travel();
            return answer;
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void travel() throws IOException {
        threads.callOut();
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("stopped");
        }
        mischief.strike(60);
        if (mischief.strikes(20)) {
            throw new IOException("on purpose");
        }
    }

    private String result(String method, JsonNode params) {
        if (method.equals("profile")) {
            return "{\"ID\":\"" + user + "\"}";
        }
        return method.equals("im.v2.Event.get") ? page(params.path("offset").asLong(), params.path("limit").asInt()) : "true";
    }

    private String page(long offset, int limit) {
        SortedMap<Long, String> acknowledged = queue.headMap(offset);
        acknowledged.keySet().forEach(id -> mischief.promise(over.contains(id), "acknowledged unfinished: " + id));
        acknowledged.clear();
        return "{\"events\":" + queue.values().stream().limit(limit).collect(Collectors.joining(",", "[", "]"))
               + ",\"hasMore\":" + (queue.size() >= limit) + "}";
    }

    private static HttpAnswer answer(int status, String body) {
        return new HttpAnswer(status, body.getBytes(StandardCharsets.UTF_8), null);
    }
}

package io.github.camelbitrix24.im;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.github.camelbitrix24.im.rest.CamelHttpTransport;
import io.github.camelbitrix24.im.rest.FileReader;
import io.github.camelbitrix24.im.rest.FormTransport;
import io.github.camelbitrix24.im.rest.HttpAnswer;
import io.github.camelbitrix24.im.rest.PortalAddress;
import io.github.camelbitrix24.im.rest.PortalConnections;
import io.github.camelbitrix24.im.rest.RequestBody;
import io.github.camelbitrix24.im.rest.RestException;
import io.github.camelbitrix24.im.rest.RestTransport;
import org.apache.camel.support.service.ServiceHelper;

/**
 * One transport for each server and way to reach it, shared by all who call it, for as long as somebody does. Whoever
 * calls without having begun, or after having ended, finds a transport as well; it is closed soon afterwards.
 *
 * @param <K> what tells transports apart
 */
final class Connections<K> {

    /** How many transports wait for the next {@link #sweep} though no caller keeps them. */
    static final int MOST_UNUSED = 50;

    private final Function<K, CamelHttpTransport> connect;
    private final Duration idle;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<K, Shared> all = new HashMap<>();
    private final Map<K, Shared> unused = new LinkedHashMap<>();
    private boolean running;

    /**
     * @param connect makes a transport, which is started here
     * @param idle    how long a connection is kept that nobody uses
     */
    Connections(Function<K, CamelHttpTransport> connect, Duration idle) {
        this.connect = connect;
        this.idle = idle;
    }

    void start() {
        lock.lock();
        try {
            running = true;
        } finally {
            lock.unlock();
        }
    }

    void stop() {
        List<Shared> stopped;
        lock.lock();
        try {
            running = false;
            stopped = List.copyOf(all.values());
            all.clear();
            unused.clear();
        } finally {
            lock.unlock();
        }
        stopped.forEach(Shared::stop);
    }

    /**
     * The connection for somebody who calls now and then, without keeping it.
     */
    Call passing(K key) {
        return new Call(key, null);
    }

    /**
     * The connections of one caller.
     *
     * @param keys tells how an address is reached
     */
    PortalConnections of(Function<PortalAddress, K> keys) {
        return new Caller(keys);
    }

    /** Closes what is idle or kept by nobody; to be called every few seconds. */
    void sweep() {
        List<Shared> dropped;
        List<Shared> kept;
        lock.lock();
        try {
            dropped = List.copyOf(unused.values());
            all.keySet().removeAll(unused.keySet());
            unused.clear();
            kept = List.copyOf(all.values());
        } finally {
            lock.unlock();
        }
        dropped.forEach(Shared::stop);
        kept.forEach(shared -> shared.transport.closeIdle(idle));
    }

    private Shared take(K key, Caller caller) {
        lock.lock();
        try {
            Shared shared = all.computeIfAbsent(key, absent -> new Shared(connect.apply(absent)));
            unused.remove(key);
            shared.underWay++;
            if (caller != null && caller.open) {
                shared.callers.add(caller);
            }
            return shared;
        } finally {
            lock.unlock();
        }
    }

    private void give(K key, Shared shared) {
        List<Shared> dropped = new ArrayList<>();
        lock.lock();
        try {
            shared.underWay--;
            release(key, shared, dropped);
        } finally {
            lock.unlock();
        }
        dropped.forEach(Shared::stop);
    }

    private void leave(Caller caller) {
        List<Shared> dropped = new ArrayList<>();
        lock.lock();
        try {
            caller.open = false;
            List.copyOf(all.entrySet()).forEach(entry -> {
                if (entry.getValue().callers.remove(caller)) {
                    release(entry.getKey(), entry.getValue(), dropped);
                }
            });
        } finally {
            lock.unlock();
        }
        dropped.forEach(Shared::stop);
    }

    private void release(K key, Shared shared, List<Shared> dropped) {
        if (shared.underWay > 0) {
            return;
        }
        if (all.get(key) != shared) {
            // stopped with the component while the call was under way, and perhaps started by it again
            dropped.add(shared);
            return;
        }
        if (running && !shared.callers.isEmpty()) {
            return;
        }
        unused.put(key, shared);
        while (unused.size() > (running ? MOST_UNUSED : 0)) {
            K eldest = unused.keySet().iterator().next();
            dropped.add(unused.remove(eldest));
            all.remove(eldest);
        }
    }

    /** A transport and who uses it. */
    private static final class Shared {

        private final CamelHttpTransport transport;
        private final Set<Object> callers = new HashSet<>();
        private int underWay;

        Shared(CamelHttpTransport transport) {
            this.transport = transport;
        }

        void stop() {
            ServiceHelper.stopAndShutdownService(transport);
        }
    }

    private final class Caller implements PortalConnections {

        private final Function<PortalAddress, K> keys;
        private boolean open;

        Caller(Function<PortalAddress, K> keys) {
            this.keys = keys;
        }

        @Override
        public RestTransport to(PortalAddress address) {
            return new Call(keys.apply(address), this);
        }

        @Override
        public void begin() {
            lock.lock();
            try {
                open = true;
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void end() {
            leave(this);
        }
    }

    /** Finds its transport when it is made, and keeps it until it is answered. */
    final class Call implements RestTransport, FormTransport {

        private final K key;
        private final Caller caller;

        private Call(K key, Caller caller) {
            this.key = key;
            this.caller = caller;
        }

        @Override
        public HttpAnswer post(String path, RequestBody body, Duration responseTimeout) throws IOException {
            return with(transport -> transport.post(path, body, responseTimeout));
        }

        @Override
        public HttpAnswer postForm(String path, Map<String, String> fields) throws IOException {
            return with(transport -> transport.postForm(path, fields));
        }

        @Override
        public <T> T get(String target, Runnable answered, FileReader<T> reader) throws IOException, RestException {
            Shared shared = take(key, caller);
            try {
                ServiceHelper.startService(shared.transport);
                return shared.transport.get(target, answered, reader);
            } finally {
                give(key, shared);
            }
        }

        private HttpAnswer with(Exchange exchange) throws IOException {
            Shared shared = take(key, caller);
            try {
                ServiceHelper.startService(shared.transport);
                return exchange.by(shared.transport);
            } finally {
                give(key, shared);
            }
        }
    }

    private interface Exchange {
        HttpAnswer by(CamelHttpTransport transport) throws IOException;
    }
}
